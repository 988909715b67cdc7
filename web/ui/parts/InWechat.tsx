import { useState } from 'react';
import { usePorts } from '../use-ports.tsx';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import css from './in-wechat.module.css';

/**
 * Inside WeChat: how to get out, and the address for who must do it by hand. Nothing anywhere else. `why` says what does
 * not work here; `path` is the page to go on with, by default the one that is shown.
 */
export function InWechat({ why, path }: { why: string; path?: string }) {
  const { device } = usePorts();
  const [copied, setCopied] = useState<boolean | null>(null);
  if (!device.isWechat) return null;
  const address = new URL(path ?? window.location.href, window.location.href).href;
  return (
    <div className={css.box}>
      <p>
        <b>{why}</b>
        点右上角 <b className={css.dots}>···</b>，选“在浏览器打开”。
      </p>
      <Button wide onClick={() => device.copy(address).then(setCopied)}>
        <Icon name={copied === true ? 'check' : 'copy'} size="s" />
        <span aria-live="polite">{copied === true ? '复制好了，到浏览器里粘贴' : '复制网址'}</span>
      </Button>
      {copied === false && <p className={css.address}>{address}</p>}
    </div>
  );
}
