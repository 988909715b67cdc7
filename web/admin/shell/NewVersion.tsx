import { Button } from 'antd';
import { useEffect, useState } from 'react';
import css from './frame.module.css';

/** A part of the app that the server no longer has: a newer version runs there. Loaded anew only when the person says so. */
export function NewVersion() {
  const [isNewer, setNewer] = useState(false);
  useEffect(() => {
    const seen = () => setNewer(true);
    window.addEventListener('vite:preloadError', seen);
    return () => window.removeEventListener('vite:preloadError', seen);
  }, []);
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
