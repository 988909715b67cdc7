import { sqliteEngine } from './sqlite-place.ts';
import { storeContract } from './store.ts';

storeContract(sqliteEngine);
