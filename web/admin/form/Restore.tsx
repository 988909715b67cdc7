import { Alert, Button } from 'antd';
import { instant } from '../../../shared/kernel/instant.ts';
import { exactText } from '../../desk/parts/when.ts';
import css from './form.module.css';
import type { KeptDraft } from './kept.ts';

type Props = { found: KeptDraft; rev: number | null; restore: () => void; discard: () => void };

/** Somebody left in the middle: before anything is typed they say whether to go on. */
export function Restore({ found, rev, restore, discard }: Props) {
  const isOlder = rev !== null && found.base !== null && found.base.rev !== rev;
  return (
    <Alert
      type="info"
      showIcon
      title={`这台机器上有一份没填完的，${exactText(instant(found.savedAt))}存的${found.form.name === '' ? '' : `：${found.form.name}`}。`}
      description={
        <div className={css.found}>
          {isOlder && <p>从那以后，别人改过这个站点。恢复后保存时，会把两边逐项摆出来让你选。</p>}
          <div className={css.acts}>
            <Button type="primary" onClick={restore}>
              恢复上次没填完的
            </Button>
            <Button onClick={discard}>丢弃</Button>
          </div>
        </div>
      }
    />
  );
}
