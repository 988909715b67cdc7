import type { ReportKind } from '../../shared/report/report.ts';
import sprite from '../ui/icons/report.svg?no-inline';
import { Drawing, type IconSize } from '../ui/parts/Icon.tsx';

export type ReportIconName = ReportKind | 'photo' | 'undo' | 'write' | 'sent' | 'kept' | 'trash';

/** Always beside a word. The sprite comes with this slice. */
export function ReportIcon({ name, size = 'm' }: { name: ReportIconName; size?: IconSize }) {
  return <Drawing href={`${sprite}#${name}`} size={size} lined />;
}
