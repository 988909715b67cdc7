import { Alert, Button } from 'antd';
import { instant } from '../../../shared/kernel/instant.ts';
import { exactText } from '../../desk/parts/when.ts';
import css from './form.module.css';
import type { LeftDraft } from './kept.ts';

type Props = {
  left: readonly LeftDraft[];
  choose: (left: LeftDraft) => void;
  drop: (place: string) => void;
  /** Leaves them where they are. */
  other: () => void;
};

/** New stations somebody left in the middle: before anything is typed they say which to go on with. */
export function LeftDrafts({ left, choose, drop, other }: Props) {
  return (
    <Alert
      type="info"
      showIcon
      title={`这台机器上有 ${left.length} 份没填完的`}
      description={
        <div className={css.found}>
          <ul className={css.drafts}>
            {left.map((each) => (
              <li key={each.place}>
                <span className={css.draft}>{saidOf(each)}</span>
                <span className={css.acts}>
                  <Button type="primary" onClick={() => choose(each)}>
                    {left.length === 1 ? '恢复上次没填完的' : '接着填'}
                  </Button>
                  <Button onClick={() => drop(each.place)}>丢弃</Button>
                </span>
              </li>
            ))}
          </ul>
          <div className={css.acts}>
            <Button onClick={other}>先放着，另填一份</Button>
          </div>
        </div>
      }
    />
  );
}

function saidOf({ draft: { form, savedAt } }: LeftDraft): string {
  return `${form.name.trim() || '没写名字'}，${exactText(instant(savedAt))}存的`;
}
