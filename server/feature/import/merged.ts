import { AMENITIES, type Amenities, type Amenity, type AmenityFact } from '../../../shared/station/amenity.ts';
import type { Facts } from '../../../shared/station/command.ts';
import type { Access, Station } from '../../../shared/station/station.ts';

/** What a ledger says laid over what is registered, in fields of many parts: a part it is silent about stays. */
export function mergedFacts(station: Station, facts: Facts): Facts {
  return {
    ...facts,
    amenities: mergedAmenities(station.amenities, facts.amenities),
    access: mergedAccess(station.access, facts.access),
  };
}

/** A state that is known already keeps its note and its day. 不清楚 takes back what was known. */
function mergedAmenities(known: Amenities, said: Amenities): Amenities {
  const merged: { [code in Amenity]?: AmenityFact } = {};
  for (const amenity of AMENITIES) {
    const [before, after] = [known[amenity], said[amenity]];
    const fact = after && before?.state !== after.state ? after : before;
    if (fact && fact.state !== 'unknown') merged[amenity] = fact;
  }
  return merged;
}

function mergedAccess(known: Access, said: Access): Access {
  return {
    modes: said.modes.length > 0 ? said.modes : known.modes,
    needsApp: said.needsApp ?? known.needsApp,
    whoMayEnter: known.whoMayEnter,
    free: said.free ?? known.free,
    feeNote: said.feeNote ?? known.feeNote,
  };
}
