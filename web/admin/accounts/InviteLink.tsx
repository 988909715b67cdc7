import { Alert, Button } from 'antd';
import { useState } from 'react';
import { instant } from '../../../shared/kernel/instant.ts';
import { exactText } from '../../desk/parts/when.ts';
import type { Reply } from '../../platform/ask.ts';
import { pageDevice } from '../../platform/device.ts';
import css from './accounts.module.css';

type Props = { invite: Reply<'inviteAccount'>['invite']; fullName: string; done: () => void };

/** The one-time link, to be handed over by the administrator: it is not shown again. */
export function InviteLink({ invite, fullName, done }: Props) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const link = `${window.location.origin}${invite.path}`;
  const copy = async () => setCopied(await pageDevice(document, window).copy(link));
  return (
    <>
      <Alert type="info" showIcon title={`把这个链接发给${fullName}本人，只能用一次。`} />
      <p className={css.link}>{link}</p>
      <p>
        {exactText(instant(invite.expiresAt))}{' '}
        前有效。本人打开后自己定密码。关掉这里就看不到了，丢了可以用“重置”再要一个。
      </p>
      <div className={css.acts}>
        <Button type="primary" onClick={copy}>
          复制链接
        </Button>
        <Button onClick={done}>发好了</Button>
        <span role="status">{copied === null ? '' : copied ? '已复制。' : '没复制成，选中上面的链接手工复制。'}</span>
      </div>
    </>
  );
}
