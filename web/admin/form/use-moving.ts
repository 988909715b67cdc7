import { useState } from 'react';
import { useLocation } from 'wouter';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Gcj02 } from '../../../shared/geo/point.ts';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import { newStationId, stationIdOf } from '../../desk/parts/ids.ts';
import { useCommand } from '../../desk/parts/use-command.ts';
import type { Reply } from '../../platform/ask.ts';
import { faultOf, faultOfAnswer, useFaults } from './parts/fault.tsx';
import { useLocating } from './place/use-locate.ts';

export type DeskReply = Reply<'deskStation'>;
export type Move = {
  readonly point: Gcj02 | null;
  readonly address: string;
  readonly town: string;
  readonly entrance: string;
  readonly reason: string;
};
export type Moving = ReturnType<typeof useMoving>;

/** A move while it is filled in. `metres` null: there is no new point yet. */
export function useMoving({ station, settings }: DeskReply) {
  const command = useCommand();
  const locating = useLocating();
  const faults = useFaults();
  const [, go] = useLocation();
  const [newStation] = useState(newStationId);
  const [isBusy, setBusy] = useState(false);
  const [move, setMove] = useState<Move>({ point: null, address: '', town: '', entrance: '', reason: '' });
  const { point } = move;
  const metres = point === null ? null : metresBetween(station.point, point);
  const isFar = metres !== null && metres > settings.relocateMetres;
  const save = async () => {
    const missing = missingIn(move);
    faults.show(missing === null ? null : faultOf(missing));
    if (missing !== null || point === null) return;
    const region = locating.located?.county ?? station.region;
    setBusy(true);
    const answer = await command({
      station: stationIdOf(station.id),
      seen: station.rev,
      command: { kind: 'relocate', newStation, point, region, ...textsOf(move) },
    });
    setBusy(false);
    if (!answer.ok) return faults.show(faultOfAnswer(answer.refusal));
    go(`/stations/${isFar ? newStation : station.id}`);
  };
  return {
    move,
    change: (part: Partial<Move>) => setMove({ ...move, ...part }),
    metres,
    isFar,
    locating,
    faults,
    isBusy,
    save,
  };
}

function missingIn({ point, address, reason }: Move): Refusal | null {
  if (point === null) return { kind: 'field-required', field: 'point' };
  if (address.trim() === '') return { kind: 'field-required', field: 'address' };
  return reason.trim() === '' ? { kind: 'field-required', field: 'reason' } : null;
}

function textsOf({ address, town, entrance, reason }: Move) {
  return {
    address: address.trim(),
    town: town.trim() || null,
    entrance: entrance.trim() || null,
    reason: reason.trim(),
  };
}
