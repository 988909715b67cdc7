/** A primitive that cannot be mixed up with another of the same shape. Only parsers make one. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
