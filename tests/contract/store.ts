import { describe } from 'vitest';
import { accountsContract } from './accounts.ts';
import { auditContract } from './audit.ts';
import { backupContract } from './backup.ts';
import { commitContract } from './commit.ts';
import { concurrencyContract } from './concurrency.ts';
import { demandContract } from './demand.ts';
import { deskContract } from './desk.ts';
import { entriesContract } from './entries.ts';
import { feedContract } from './feed.ts';
import { figuresContract } from './figures.ts';
import { goneContract } from './gone.ts';
import { historyContract } from './history.ts';
import { inboxContract } from './inbox.ts';
import { killedContract } from './killed.ts';
import { ledgersContract } from './ledgers.ts';
import { listContract } from './list.ts';
import { openingContract } from './opening.ts';
import { photosContract } from './photos.ts';
import type { Engine } from './place.ts';
import { plaquesContract } from './plaques.ts';
import { reportsContract } from './reports.ts';
import { submissionsContract } from './submissions.ts';
import { unionsContract } from './unions.ts';
import { workbooksContract } from './workbooks.ts';

const CONTRACTS = [
  commitContract,
  concurrencyContract,
  demandContract,
  deskContract,
  photosContract,
  entriesContract,
  feedContract,
  figuresContract,
  goneContract,
  historyContract,
  listContract,
  ledgersContract,
  openingContract,
  killedContract,
  reportsContract,
  inboxContract,
  auditContract,
  backupContract,
  plaquesContract,
  accountsContract,
  submissionsContract,
  unionsContract,
  workbooksContract,
];

/** What the rest of the server may count on, whichever engine is behind the port. */
export function storeContract(engine: Engine): void {
  describe(`the store on ${engine.kind}`, () => {
    // Each in its own group: the fresh database before every test is made once, not once for every contract there is.
    for (const contract of CONTRACTS) describe(contract.name.replace('Contract', ''), () => contract(engine));
  });
}
