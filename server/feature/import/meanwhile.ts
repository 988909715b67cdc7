import { identityOf, type Register } from './existing.ts';
import type { Flag } from './flag.ts';
import { asGcj02 } from './place.ts';
import type { Atlas } from './placed.ts';
import { flagsOf, type PlanContext, type Planned } from './plan.ts';

/** A planned row as it stands now: what was registered since the plan was made asks its questions. */
export type Meanwhile = (planned: Planned) => Planned;

type Now = {
  /** As of now, without what the ledger itself has made before it was interrupted. */
  readonly register: Register;
  readonly atlas: Atlas;
  readonly datum: PlanContext['datum'];
  readonly duplicateMetres: number;
};

export function meanwhileOf({ register, atlas, datum, duplicateMetres }: Now): Meanwhile {
  return (planned) => {
    if (planned.kind !== 'fresh' || !planned.row.read.ok) return planned;
    const row = planned.row.read.value;
    const { facts } = planned.stated;
    const found = register.find(row, identityOf(facts.union, row));
    if (found !== null) {
      const flag: Flag = { kind: 'appeared-meanwhile', of: { name: row.name, code: null, row: null } };
      return { kind: 'repeat', row: planned.row, flag, alike: false };
    }
    const placed = {
      row,
      point: asGcj02(row.raw, datum),
      region: facts.region,
      named: null,
      outside: false,
      elsewhere: false,
    };
    const near = flagsOf(placed, planned.id, { register, atlas, duplicateMetres });
    const known = planned.flags.map((flag) => JSON.stringify(flag));
    const news = near.filter((flag) => flag.kind !== 'centre-only' && !known.includes(JSON.stringify(flag)));
    if (news.length === 0) return planned;
    // What was answered was another question.
    return { ...planned, flags: [...planned.flags, ...news], answer: null };
  };
}
