/** Tests of values that came from a text; they compose, and a value that passes has the type they name. */
export type Guard<T> = (value: unknown) => value is T;

export const isText: Guard<string> = (value): value is string => typeof value === 'string';
export const isNumber: Guard<number> = (value): value is number => typeof value === 'number';

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function oneOf<T extends string>(allowed: readonly T[]): Guard<T> {
  return (value): value is T => allowed.some((each) => each === value);
}

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((item) => guard(item));
}

/** Every field there and as its guard says; further fields are not looked at. */
export function shapeOf<T extends object>(fields: { readonly [K in keyof T]: Guard<T[K]> }): Guard<T> {
  const guards: [string, Guard<unknown>][] = Object.entries(fields);
  return (value): value is T =>
    typeof value === 'object' && value !== null && guards.every(([key, guard]) => guard(Reflect.get(value, key)));
}

/** The value of a JSON text, or undefined, which no JSON text means. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON is one of the answers this function has.
  }
}
