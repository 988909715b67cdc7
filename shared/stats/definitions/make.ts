import type { DateText } from '../../kernel/instant.ts';
import type { IndicatorId, TableId } from '../definition.ts';
import type { Counting, Fold } from '../fold.ts';

/** The first day definitions are written down for; earlier periods are counted by the first version. */
export const FIRST_DAY = '2026-01-01' as DateText;

type Said = {
  /** `<table>.<name>`. */
  readonly id: string;
  readonly name: string;
  readonly counts: string;
  readonly leavesOut?: string;
  readonly fold: Fold;
  /** 个 when left out. */
  readonly unit?: string;
  /** 0 when left out. */
  readonly digits?: number;
  readonly ofPeople?: boolean;
  /** True when left out, but for shares and medians. */
  readonly adds?: boolean;
  readonly national?: boolean;
};

export function indicatorId(id: string): IndicatorId {
  return id as IndicatorId;
}

/** An indicator that has had one wording so far. */
export function define(said: Said): Counting {
  const { id, name, counts, leavesOut = '', fold, unit = '个', digits = 0 } = said;
  const isSum = fold.of !== 'share' && fold.of !== 'median';
  return {
    id: indicatorId(id),
    table: id.slice(0, id.indexOf('.')) as TableId,
    name,
    unit,
    digits,
    ofPeople: said.ofPeople ?? false,
    adds: said.adds ?? isSum,
    national: said.national ?? false,
    versions: [{ version: 1, from: FIRST_DAY, to: null, counts, leavesOut }],
    folds: [fold],
  };
}

/** One, or several that are summed. */
type Ids = string | readonly string[];

function idsOf(ids: Ids): readonly IndicatorId[] {
  return (typeof ids === 'string' ? [ids] : ids).map(indicatorId);
}

/** What some of the others are of some others, in percent with one decimal. */
export function share(said: Omit<Said, 'fold'> & { readonly over: Ids; readonly under: Ids }): Counting {
  const { over, under, ...rest } = said;
  return define({
    unit: '%',
    digits: 1,
    ...rest,
    fold: { of: 'share', over: idsOf(over), under: idsOf(under), times: 100 },
  });
}

/** The same with a new wording from a day on; the wording before holds until then. */
export function reworded(
  before: Counting,
  from: DateText,
  { counts, leavesOut = '', fold }: Pick<Said, 'counts' | 'leavesOut' | 'fold'>,
): Counting {
  const versions = before.versions.map((version, at) =>
    at === before.versions.length - 1 ? { ...version, to: from } : version,
  );
  const version = versions.length + 1;
  return {
    ...before,
    versions: [...versions, { version, from, to: null, counts, leavesOut }],
    folds: [...before.folds, fold],
  };
}
