import { useEffect, useRef, useState } from 'react';
import { Unseen } from './Shell.tsx';

const QUIET_MS = 3000;

/** The one polite live region: says `text` when it changed, at most once in three seconds, never on first sight. */
export function Live({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  const first = useRef(text);
  const last = useRef(0);
  useEffect(() => {
    if (text === first.current) return;
    first.current = '';
    const wait = Math.max(200, last.current + QUIET_MS - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      setSaid(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div aria-live="polite">
      <Unseen>{said}</Unseen>
    </div>
  );
}
