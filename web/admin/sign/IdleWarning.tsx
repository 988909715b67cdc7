import { Button, Modal } from 'antd';
import { useCallback, useState } from 'react';
import { useAsk } from '../../desk/use-ask.tsx';
import { useIdle } from './use-idle.ts';

/**
 * Says a minute before that the session is about to end, and puts it off when told to. When nobody answers, the page makes
 * way for the sign-in page: what is on it is not for whoever comes by.
 */
export function IdleWarning() {
  const ask = useAsk();
  const leave = useCallback(() => {
    const here = window.location.pathname.replace(/^\/admin/, '') + window.location.search;
    const next = new URLSearchParams({ next: here === '' ? '/' : here, why: 'idle' });
    window.location.replace(`/admin/login?${next}`);
  }, []);
  const { idle, extend } = useIdle(leave);
  const [isBusy, setBusy] = useState(false);
  if (idle.kind !== 'warn') return null;
  const goOn = async () => {
    setBusy(true);
    await extend();
    setBusy(false);
  };
  const signOut = async () => {
    setBusy(true);
    await ask('signOut');
    leave();
  };
  return (
    <Modal
      open
      title={idle.canExtend ? '还在用吗' : '要重新登录了'}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={signOut} disabled={isBusy}>
            现在退出
          </Button>
          {idle.canExtend && (
            <Button type="primary" onClick={goOn} loading={isBusy} autoFocus>
              继续使用
            </Button>
          )}
        </>
      }
    >
      <p>
        {idle.canExtend
          ? `好一会儿没有操作，${idle.seconds} 秒后退出登录。`
          : `登录满 12 小时，${idle.seconds} 秒后退出登录。没保存的先存好。`}
      </p>
    </Modal>
  );
}
