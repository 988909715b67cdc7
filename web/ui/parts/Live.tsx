import { useEffect, useRef, useState } from 'react';
import { usePorts } from '../use-ports.tsx';
import { Unseen } from './Shell.tsx';

const QUIET_MS = 3000;
const SETTLE_MS = 200;

/** The one polite live region: says `text` when it changed, at most once in `every` ms, never on first sight. */
export function Live({ text, every = QUIET_MS }: { text: string; every?: number }) {
  const { clock } = usePorts();
  const [said, setSaid] = useState('');
  const first = useRef(text);
  const last = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (text === first.current) return;
    first.current = '';
    // A clock set back must not silence it for long.
    const wait = Math.min(every, Math.max(SETTLE_MS, last.current + every - clock.now()));
    const timer = setTimeout(() => {
      last.current = clock.now();
      setSaid(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text, clock, every]);
  return (
    <div aria-live="polite">
      <Unseen>{said}</Unseen>
    </div>
  );
}
