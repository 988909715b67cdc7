import type { StoreOptions } from '../../server/store/open.ts';

/** Somewhere a database can live, made fresh for one test. */
export type Place = {
  readonly url: string;
  /** Path for a high-water file. */
  readonly highWater: string;
  /** Runs a statement past the store, as somebody with the password could. Nobody else may be connected for `restore`. */
  run(sql: string): Promise<readonly Record<string, unknown>[]>;
  /** Copies the whole database (every store closed) and gives back what puts the copy in its place. */
  backup(): Promise<() => Promise<void>>;
  remove(): Promise<void>;
};

export type Engine = {
  readonly kind: 'sqlite' | 'postgres';
  place(): Promise<Place>;
};

export type Over = Partial<StoreOptions>;
