import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useAsk } from '../../desk/use-ask.tsx';
import css from './frame.module.css';

/** A part of the app that the server no longer has: a newer version runs there. Loaded anew only when the person says so. */
export function NewVersion() {
  const ask = useAsk();
  const [isNewer, setNewer] = useState(false);
  useEffect(() => {
    // Without a connection nothing can be had, and nobody knows what runs there.
    const seen = () => void ask('config').then((answer) => answer.ok && setNewer(true));
    window.addEventListener('vite:preloadError', seen);
    return () => window.removeEventListener('vite:preloadError', seen);
  }, [ask]);
  if (!isNewer) return null;
  return (
    <div className={css.newer} role="status">
      <span>有新版本。先把没提交的内容提交，再刷新。</span>
      <Button size="small" onClick={() => window.location.reload()}>
        刷新
      </Button>
    </div>
  );
}
