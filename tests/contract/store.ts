import { describe } from 'vitest';
import { accountsContract } from './accounts.ts';
import { auditContract } from './audit.ts';
import { backupContract } from './backup.ts';
import { commitContract } from './commit.ts';
import { concurrencyContract } from './concurrency.ts';
import { deskContract } from './desk.ts';
import { feedContract } from './feed.ts';
import { figuresContract } from './figures.ts';
import { goneContract } from './gone.ts';
import { historyContract } from './history.ts';
import { inboxContract } from './inbox.ts';
import { killedContract } from './killed.ts';
import { ledgersContract } from './ledgers.ts';
import { listContract } from './list.ts';
import { openingContract } from './opening.ts';
import type { Engine } from './place.ts';
import { plaquesContract } from './plaques.ts';
import { reportsContract } from './reports.ts';
import { unionsContract } from './unions.ts';

/** What the rest of the server may count on, whichever engine is behind the port. */
export function storeContract(engine: Engine): void {
  describe(`the store on ${engine.kind}`, () => {
    commitContract(engine);
    concurrencyContract(engine);
    deskContract(engine);
    feedContract(engine);
    figuresContract(engine);
    goneContract(engine);
    historyContract(engine);
    listContract(engine);
    ledgersContract(engine);
    openingContract(engine);
    killedContract(engine);
    reportsContract(engine);
    inboxContract(engine);
    auditContract(engine);
    backupContract(engine);
    plaquesContract(engine);
    accountsContract(engine);
    unionsContract(engine);
  });
}
