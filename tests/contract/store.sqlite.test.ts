import { vi } from 'vitest';
import { sqliteEngine } from './sqlite-place.ts';
import { storeContract } from './store.ts';

vi.setConfig({ testTimeout: 60_000 });
storeContract(sqliteEngine);
