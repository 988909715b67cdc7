import { createHash } from 'node:crypto';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { FiguresRefusal } from '../../../shared/kernel/refused-figures.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import { keepBack } from '../../../shared/stats/keep-back.ts';
import type { Question, Tally } from '../../../shared/stats/question.ts';
import type { Source } from '../../../shared/stats/run.ts';
import { series, tally } from '../../../shared/stats/tally.ts';
import { asOfSaid } from './as-of.ts';
import type { Figures, Shown } from './figures.ts';
import { besideIn, countedIn, differenceIn, indicatorFault, questionFault, standsIn } from './fold.ts';
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
  const folding: Folding = (signal) => (work) => turns.take(async () => work(await source()), signal);
  return { ...figuresOver(parts, folding, null), warm: () => folding(null)(() => undefined) };
}

type Fold = <T>(work: (source: Source) => T) => Promise<T>;
type Folding = (signal: AbortSignal | null) => Fold;

function figuresOver(parts: Parts, folding: Folding, signal: AbortSignal | null): Figures {
  const { store, now } = parts;
  const fold = folding(signal);
  return {
    known: () => store.newestRow(),
    asOf: (said) => asOfSaid(store, said, now()),
    tables: (question, tables) =>
      fold((source) => unless(questionFault(question), () => tally(source, question, tables))),
    shown: (question, tables) =>
      fold((source) => unless(questionFault(question), () => shownOf(tally(source, question, tables), question))),
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
    within: (letGo) => figuresOver(parts, folding, letGo),
  };
}

function unless<T>(fault: FiguresRefusal | null, answer: () => T): Result<T, FiguresRefusal> {
  return fault === null ? ok(answer()) : refuse(fault);
}

/** Here and not where it is asked for: of the whole country by county it is a million figures. */
function shownOf(tallies: readonly Tally[], { period }: Question): Shown {
  const tables = tallies.map((one) => keepBack(one, period));
  return { tables, digest: createHash('sha256').update(JSON.stringify(tables)).digest('hex') };
}
