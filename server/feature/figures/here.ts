import { createHash, type Hash } from 'node:crypto';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { FiguresRefusal } from '../../../shared/kernel/refused-figures.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { TableId } from '../../../shared/stats/definition.ts';
import { type KeptTally, keepBack } from '../../../shared/stats/keep-back.ts';
import { type PackedTally, packTally } from '../../../shared/stats/packed.ts';
import type { Question } from '../../../shared/stats/question.ts';
import type { Source } from '../../../shared/stats/run.ts';
import { series, tallies, tally } from '../../../shared/stats/tally.ts';
import { asOfSaid } from './as-of.ts';
import type { Figures, Shown, Waiting } from './figures.ts';
import { besideIn, countedIn, differenceIn, indicatorFault, questionFault, standsIn } from './fold.ts';
import type { Gauge } from './gauge.ts';
import { countedPageIn, differencePageIn } from './paged.ts';
import { type SourceParts, sourceOf } from './source.ts';
import { Turns } from './turns.ts';

type Parts = SourceParts & { readonly now: () => Instant };
/** `warm`: reads history now, not at the first question. */
export type FiguresHere = Figures & { warm(): Promise<void> };

/** Figures folded in this thread, one question after the other. */
export function figuresHere(parts: Parts): FiguresHere {
  const turns = new Turns();
  const source = sourceOf(parts);
  const gauges = new Set<Gauge>();
  // Everybody who waits sees how far history is read, whoever's turn it is; a gauge that is let go ends no reading.
  const told = (done: number, of: number) => {
    for (const gauge of gauges) if (!gauge.isLetGo) gauge.mark('reading', done, of);
  };
  const folding: Folding = (waiting) => async (work) => {
    if (waiting === null) return turns.take(async () => work(await source(told)), null);
    const { gauge, letGo } = waiting;
    const pulse = (done: number, of: number) => gauge.mark('counting', done, of);
    gauges.add(gauge);
    try {
      return await turns.take(async () => work({ ...(await source(told)), pulse }), letGo);
    } finally {
      gauges.delete(gauge);
    }
  };
  return { ...figuresOver(parts, folding, null), warm: () => folding(null)(() => undefined) };
}

type Fold = <T>(work: (source: Source) => T) => Promise<T>;
type Folding = (waiting: Waiting | null) => Fold;

function figuresOver(parts: Parts, folding: Folding, waiting: Waiting | null): Figures {
  const { store, now } = parts;
  const fold = folding(waiting);
  return {
    known: () => store.newestRow(),
    asOf: (said) => asOfSaid(store, said, now()),
    tables: (question, tables) =>
      fold((source) => unless(questionFault(question), () => tally(source, question, tables))),
    shown: (question, tables) =>
      fold((source) => unless(questionFault(question), () => shownOf(source, question, tables))),
    stations: (question, cell) =>
      fold((source) => {
        const found = countedIn(source, question, cell);
        return found.ok ? ok(found.value.stations) : found;
      }),
    stationsPage: (question, cell, page) => fold((source) => countedPageIn(source, { question, cell }, page)),
    series: (question, asked) =>
      fold((source) => unless(indicatorFault(asked.indicators), () => series(source, question, asked))),
    difference: (question, against, cell) => fold((source) => differenceIn(source, { question, against, cell })),
    differencePage: (asked, page) => fold((source) => differencePageIn(source, asked, page)),
    beside: (question, named) => fold((source) => besideIn(source, question, named)),
    stands: (question) => fold((source) => standsIn(source, question)),
    within: (other) => figuresOver(parts, folding, other),
  };
}

function unless<T>(fault: FiguresRefusal | null, answer: () => T): Result<T, FiguresRefusal> {
  return fault === null ? ok(answer()) : refuse(fault);
}

/** Here and not where it is asked for: of the whole country by county it is a million figures. Table by table, each let go of packed. */
function shownOf(source: Source, question: Question, tables: readonly TableId[]): Shown {
  const digest = createHash('sha256').update('[');
  const packed: PackedTally[] = [];
  for (const one of tallies(source, question, tables)) {
    source.pulse?.(source.chronicle.stations, source.chronicle.stations);
    const kept = keepBack(one, question.period);
    digestTable(digest, kept, packed.length === 0 ? '' : ',');
    packed.push(packTally(kept));
  }
  return { tables: packed, digest: digest.update(']').digest('hex') };
}

/** What `JSON.stringify` of all tables is, row by row: as one text it would be as large as all that is answered. */
function digestTable(digest: Hash, { table, columns, rows, total }: KeptTally, before: string): void {
  digest.update(`${before}{"table":${JSON.stringify(table)},"columns":${JSON.stringify(columns)},"rows":[`);
  for (const [at, row] of rows.entries()) digest.update(`${at === 0 ? '' : ','}${JSON.stringify(row)}`);
  digest.update(`],"total":${JSON.stringify(total)}}`);
}
