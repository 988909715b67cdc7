import { type ReactNode, useCallback, useRef, useState } from 'react';
import { FreshContext } from '../../desk/fresh.ts';
import { FreshDialog } from './FreshDialog.tsx';

/** Where the dialog stands that asks for the password once more. */
export function FreshProvider({ children }: { children: ReactNode }) {
  const [isAsking, setAsking] = useState(false);
  const waiting = useRef<((isRight: boolean) => void)[]>([]);
  const askPassword = useCallback(() => {
    setAsking(true);
    return new Promise<boolean>((done) => {
      waiting.current.push(done);
    });
  }, []);
  const settle = (isRight: boolean) => {
    setAsking(false);
    for (const done of waiting.current.splice(0)) done(isRight);
  };
  return (
    <FreshContext value={askPassword}>
      {children}
      {isAsking && <FreshDialog done={settle} />}
    </FreshContext>
  );
}
