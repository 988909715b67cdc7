import type { Refusal } from '../../../shared/kernel/refusal.ts';
import type { Columns, Field } from '../import/columns.ts';
import type { Flag, Note } from '../import/flag.ts';
import { ENTRY_FIELDS } from '../import/said-entries.ts';

/** Columns of the cells somebody should look at, by what the row is refused, flagged or noted for. */
export function askedColumns(
  columns: Columns,
  { refusal, flags, notes }: { refusal: Refusal | null; flags: readonly Flag[]; notes: readonly Note[] },
): ReadonlySet<number> {
  const fields = [
    ...(refusal === null ? [] : ofRefusal(refusal)),
    ...flags.flatMap((flag) => OF_FLAG[flag.kind]),
    ...notes.flatMap(ofNote),
  ];
  return new Set(fields.flatMap((field) => columns.at[field] ?? []));
}

const POINT: readonly Field[] = ['lng', 'lat', 'pair'];

function ofRefusal(refusal: Refusal): readonly Field[] {
  switch (refusal.kind) {
    case 'station-unknown':
    case 'code-check':
      return ['code'];
    case 'federation-code-taken':
      return ['federationCode'];
    case 'outside-branch':
      return ['district', ...POINT];
    case 'move-too-far':
      return POINT;
    case 'needs-approver':
      return refusal.fields.flatMap(ofPath);
    default:
      return 'field' in refusal ? ofPath(refusal.field) : [];
  }
}

const OF_PATH: { readonly [path: string]: readonly Field[] } = {
  point: POINT,
  'point.lng': ['lng', 'pair'],
  'point.lat': ['lat', 'pair'],
  publicPhone: ['phone'],
  amenities: ['facilities'],
  region: ['district'],
  // As an entry calls it; the other days of a ledger's entries follow from when it was brought.
  day: ['inspectedOn'],
};

const FIELDS: readonly Field[] = [
  'code',
  'federationCode',
  'name',
  'brand',
  'aliases',
  'province',
  'city',
  'district',
  'town',
  'address',
  'entrance',
  'lng',
  'lat',
  'pair',
  'hours',
  'opens',
  'closes',
  'phone',
  'facilities',
  'hostName',
  'area',
  'kind',
  'hostType',
  'uscc',
  'build',
  'operation',
  'modes',
  'needsApp',
  'free',
  'feeNote',
  'toiletMetres',
  ...ENTRY_FIELDS,
];

function ofPath(path: string): readonly Field[] {
  return OF_PATH[path] ?? FIELDS.filter((field) => field === path);
}

const OF_FLAG: { readonly [K in Flag['kind']]: readonly Field[] } = {
  'outside-named-region': ['district', ...POINT],
  'near-duplicate': ['name', ...POINT],
  'same-point': POINT,
  'repeated-row': ['name'],
  'centre-only': POINT,
  'changed-meanwhile': [],
  'appeared-meanwhile': ['name'],
};

function ofNote(note: Note): readonly Field[] {
  if (note.kind === 'hours-unread') return ['hours'];
  if (note.kind === 'facilities-unread') return ['facilities'];
  return note.kind === 'word-unread' ? ofPath(note.field) : [];
}
