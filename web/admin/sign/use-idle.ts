import { useCallback, useContext, useEffect, useRef, useState } from 'react';
import { useMe } from '../../desk/signed.tsx';
import { SkewContext } from '../../desk/skew.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { after, now } from '../../platform/clock.ts';
import { type Idle, idleAt, type Lasting } from './idle.ts';

const SECOND_MS = 1000;

/**
 * How the session stands while nobody does anything. Before it warns, and before it gives up, it asks the server, which does not
 * count as use: another tab may have been used. Typing and pointing in this page do count, though nothing is sent.
 */
export function useIdle(leave: () => void): { readonly idle: Idle; readonly extend: () => Promise<boolean> } {
  const me = useMe();
  const skew = useContext(SkewContext);
  const ask = useAsk();
  const [known, setKnown] = useState<Lasting>(me);
  const [idle, setIdle] = useState<Idle>({ kind: 'wait', ms: 0 });
  const wasUsed = useUse();
  const { expiresAt, endsAt } = me.expiresAt > known.expiresAt ? me : known;

  const extend = useCallback(async () => {
    const answer = await ask('extendSession');
    if (answer.ok) setKnown(answer.value);
    return answer.ok;
  }, [ask]);

  /** Whether the session lasts longer than was known here. */
  const hasNews = useCallback(async () => {
    if (wasUsed() && (await extend())) return expiresAt < endsAt;
    const answer = await ask('session');
    if (!answer.ok) return false;
    const { expiresAt: until, endsAt: most } = answer.value;
    if (until === null || most === null) leave();
    else setKnown({ expiresAt: until, endsAt: most });
    return until !== null && until > expiresAt;
  }, [ask, endsAt, expiresAt, extend, leave, wasUsed]);

  useEffect(() => {
    let [isHere, hasAsked, callOff] = [true, false, () => {}];
    const step = async () => {
      const found = idleAt({ expiresAt, endsAt }, now() + skew);
      const asks = found.kind === 'over' || (found.kind === 'warn' && !hasAsked);
      hasAsked ||= asks;
      if ((asks && (await hasNews())) || !isHere) return;
      setIdle(found);
      if (found.kind === 'over') leave();
      else callOff = after(found.kind === 'wait' ? found.ms : SECOND_MS, step);
    };
    step();
    return () => {
      isHere = false;
      callOff();
    };
  }, [endsAt, expiresAt, hasNews, leave, skew]);

  return { idle, extend };
}

/** Whether anybody typed or pointed since it was last asked. */
function useUse(): () => boolean {
  const isUsed = useRef(false);
  useEffect(() => {
    const note = () => {
      isUsed.current = true;
    };
    const kinds = ['keydown', 'pointerdown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, note, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, note, { capture: true });
    };
  }, []);
  return useCallback(() => {
    const was = isUsed.current;
    isUsed.current = false;
    return was;
  }, []);
}
