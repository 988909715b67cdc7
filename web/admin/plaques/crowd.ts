import type { PlaqueFacts } from './facts.ts';

/** How long a name is, in steps of its size: each still fits however wide its characters are. */
export function lengthOf(name: string): 'short' | 'long' | 'longer' | 'longest' {
  if (name.length <= 13) return 'short';
  if (name.length <= 26) return 'long';
  return name.length <= 60 ? 'longer' : 'longest';
}

/** How much has to stand on a plaque beside its name: many hours, or many words, make all of it smaller. */
export function crowdOf({ name, hours }: Pick<PlaqueFacts, 'name' | 'hours'>): 'none' | 'some' | 'much' {
  const said = hours.join('').length;
  if (hours.length > 4 || said > 90) return 'much';
  return hours.length > 2 || said > 50 || name.length > 26 ? 'some' : 'none';
}
