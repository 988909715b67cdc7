import type { PackedFigures } from '../../shared/stats/packed.ts';
import type { Figures } from '../feature/figures/figures.ts';

/** What is asked of the thread that holds history folded. */
type Questions = Omit<Figures, 'known' | 'asOf' | 'within'>;
export type Asked = {
  readonly [N in keyof Questions]: { readonly name: N; readonly args: Parameters<Questions[N]> };
}[keyof Questions];
export type Answers = { readonly [N in keyof Questions]: Awaited<ReturnType<Questions[N]>> };

/**
 * To the thread. Answers come one after the other; `cells` are those of a gauge, which a thread that folds looks at, as it hears nothing
 * then. A question whose turn has not come is let go when it is said.
 */
export type ToThread =
  | { readonly kind: 'ask'; readonly id: number; readonly asked: Asked; readonly cells: Int32Array }
  | { readonly kind: 'let-go'; readonly id: number };

/** From the thread. `warm`: history is read; what comes now is answered from memory. */
export type FromThread =
  | { readonly kind: 'warm' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string };

export function answerTo(figures: Questions, { name, args }: Asked): Promise<Answers[Asked['name']]> {
  if (name === 'tables') return figures.tables(...args);
  if (name === 'shown') return figures.shown(...args);
  if (name === 'stations') return figures.stations(...args);
  if (name === 'series') return figures.series(...args);
  if (name === 'stationsPage') return figures.stationsPage(...args);
  if (name === 'differencePage') return figures.differencePage(...args);
  if (name === 'beside') return figures.beside(...args);
  return name === 'difference' ? figures.difference(...args) : figures.stands(...args);
}

/** What of an answer is handed over and not copied. */
export function handedOver({ name }: Asked, answer: Answers[Asked['name']]): readonly ArrayBuffer[] {
  if (name !== 'shown' || !answer.ok || !('tables' in answer.value)) return [];
  return answer.value.tables.flatMap(({ figures }) => buffersOf(figures));
}

export function buffersOf({ numbers, marks }: PackedFigures): readonly ArrayBuffer[] {
  return [numbers.buffer, marks.buffer].filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer);
}
