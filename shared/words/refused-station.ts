import type { StationWorkRefusal } from '../kernel/refusal.ts';
import type { Sentences } from './sentences.ts';

export const STATION_WORK_SENTENCES: Sentences<StationWorkRefusal['kind']> = {
  'revision-waiting': () => '这个站点已经有一份别人提的变更在等审核。等它办完，或者请提的人先撤回。',
  'revision-unknown': () => '没有这份等审核的变更，可能已经办完或撤回了。刷新看看。',
  'revision-not-yours': () => '只有提出变更的人能撤回它。不同意就退回，写明原因。',
  'contact-unknown': () => '没有这个联系人，可能已经抹去了。刷新看看。',
  'consent-needed': () => '没有本人同意，不能登记联系人。征得同意，再勾上“本人已同意”。',
  'task-unknown': () => '没有这件待办，刷新看看。',
  'task-done': () => '这件事已经办完了，不用再报。',
  'photo-unknown': () => '照片还没传上来，重新传一次再保存。',
  'no-objection': () => '没有还没答复的异议，不用办这一步。',
};
