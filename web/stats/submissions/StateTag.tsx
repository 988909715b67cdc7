import type { SubmissionState } from '../../../shared/stats/submission.ts';
import { SUBMISSION_STATE_WORDS } from '../../../shared/words/submission.ts';
import { Tag } from '../../desk/parts/Tag.tsx';
import { STATE_TONE } from './words.ts';

type Props = { state: SubmissionState; isLate?: boolean; isOver?: boolean };

/** Where a period's figures stand, as a word; late ones say so. */
export function StateTag({ state, isLate = false, isOver = true }: Props) {
  if (!isOver && state === 'open') return <Tag tone="calm">没到期末</Tag>;
  if (isLate) return <Tag tone="late">{state === 'returned' ? '已退回，迟了' : '迟了'}</Tag>;
  return <Tag tone={STATE_TONE[state]}>{SUBMISSION_STATE_WORDS[state]}</Tag>;
}
