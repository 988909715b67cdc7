import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { pageDevice } from '../../platform/device.ts';
import css from './sign.module.css';

/** Ten codes, shown this once. The way on opens when the person says that they are kept. */
export function RecoveryCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const [isKept, setKept] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => setCopied(await pageDevice(document, window).copy(codes.join('\n')));
  return (
    <>
      <p>
        这是十个恢复码，只显示这一次。手机丢了或换了，用一个就能登录，每个只能用一次。抄下来锁好，不要和密码放在一起。
      </p>
      <ol className={css.codes} aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={css.acts}>
        <Button onClick={copy}>复制</Button>
        <Button onClick={() => window.print()}>打印</Button>
        <span role="status">{copied === null ? '' : copied ? '已复制。' : '没复制成，手工抄一下。'}</span>
      </div>
      <Checkbox checked={isKept} onChange={({ target }) => setKept(target.checked)}>
        十个恢复码都存好了
      </Checkbox>
      <div className={css.acts}>
        <Button type="primary" block disabled={!isKept} onClick={done}>
          接着做
        </Button>
      </div>
    </>
  );
}
