import type { StationId } from '../../../shared/station/station.ts';
import { newId } from '../../platform/ids.ts';

/** An id rolled here for a record that the server has not seen yet; or the one in an address, which the server judges. */
export function stationIdOf(text: string): StationId {
  return text as StationId;
}

export function newStationId(): StationId {
  return stationIdOf(newId(window.crypto));
}
