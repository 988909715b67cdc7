import { Button } from 'antd';
import { useState } from 'react';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { pageDevice } from '../../platform/device.ts';
import head from '../parts/head.module.css';
import { addressOf } from '../parts/question.ts';
import type { AskedHere } from '../parts/use-asked.ts';

/** An address under which these very figures come again. */
export function CopyLink({ here: { asked, beside }, seq }: { here: AskedHere; seq: number }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const link = `${window.location.origin}/admin${addressOf('/figures/coverage', { ...asked, asOf: `${seq}` }, beside)}`;
  return (
    <div className={head.copy}>
      <Button
        size="small"
        icon={<DeskIcon name="doc" />}
        onClick={async () => setCopied(await pageDevice(document, window).copy(link))}
      >
        复制这些数的链接
      </Button>
      <span role="status" className={head.copied}>
        {copied === null ? '' : copied ? '已复制，什么时候打开都是这些数。' : `没复制成，手工复制：${link}`}
      </span>
    </div>
  );
}
