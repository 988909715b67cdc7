import { describe } from 'vitest';
import { commitContract } from './commit.ts';
import { feedContract } from './feed.ts';
import { historyContract } from './history.ts';
import { openingContract } from './opening.ts';
import type { Engine } from './place.ts';

/** What the rest of the server may count on, whichever engine is behind the port. */
export function storeContract(engine: Engine): void {
  describe(`the store on ${engine.kind}`, () => {
    commitContract(engine);
    feedContract(engine);
    historyContract(engine);
    openingContract(engine);
  });
}
