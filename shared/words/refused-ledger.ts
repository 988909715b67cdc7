import type { LedgerRefusal } from '../kernel/refusal.ts';
import { ledgerStateWord } from './ledger.ts';
import type { Sentences } from './sentences.ts';

export const LEDGER_SENTENCES: Sentences<LedgerRefusal['kind']> = {
  'ledger-unknown': () => '没有这份台账或这一行，可能已经放弃了。回到列表再看一眼。',
  'ledger-state': ({ state }) => `这份台账${ledgerStateWord(state)}，现在不能这样做。刷新看看它的最新状态。`,
  'ledger-changed': () => '核对结果刚刚重新算过，和你看到的不一样了。看一眼新结果，再做一次。',
  'ledger-limit': ({ max }) => `等着核对的台账已经有 ${max} 份，先提交或放弃几份再传。`,
  'outside-branch': ({ region }) => `站点在${region}，不归本工会管。删掉这一行，交给那里的工会导入。`,
};
