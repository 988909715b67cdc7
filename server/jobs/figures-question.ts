import type { Figures } from '../feature/figures/figures.ts';

/** What is asked of the thread that holds history folded. */
type Questions = Omit<Figures, 'known' | 'asOf' | 'within'>;
export type Asked = {
  readonly [N in keyof Questions]: { readonly name: N; readonly args: Parameters<Questions[N]> };
}[keyof Questions];
export type Answers = { readonly [N in keyof Questions]: Awaited<ReturnType<Questions[N]>> };

/** To the thread. Answers come one after the other; a question whose turn has not come is let go when it is said. */
export type ToThread =
  | { readonly kind: 'ask'; readonly id: number; readonly asked: Asked }
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
