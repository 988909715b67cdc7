import type { Status } from '../../../shared/station/station.ts';
import { STATUS_WORDS } from '../../../shared/words/station.ts';
import { DeskIcon, type DeskIconName } from './DeskIcon.tsx';
import css from './parts.module.css';

/** The five shapes of opening stay with opening: these are lines, and 暂停 shares its pause. */
const LOOKS: { readonly [S in Status]: readonly [icon: DeskIconName, tone: 'ok' | 'soon' | 'late' | 'info' | 'calm'] } =
  {
    draft: ['edit', 'info'],
    submitted: ['clock', 'info'],
    returned: ['undo', 'info'],
    approved: ['clock', 'info'],
    active: ['check', 'ok'],
    suspended: ['pause', 'late'],
    rectifying: ['warning', 'soon'],
    'exit-proposed': ['minus', 'calm'],
    'exit-notice': ['megaphone', 'calm'],
    retired: ['minus', 'calm'],
    merged: ['join', 'calm'],
    relocated: ['move', 'calm'],
    abandoned: ['close', 'calm'],
  };

/** Where a station is in its life, as word and line. */
export function StatusWord({ status }: { status: Status }) {
  const [icon, tone] = LOOKS[status];
  return (
    <span className={`${css.status} ${css[`${tone}Word`]}`}>
      <DeskIcon name={icon} />
      {STATUS_WORDS[status]}
    </span>
  );
}
