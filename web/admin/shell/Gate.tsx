import { useQueryClient } from '@tanstack/react-query';
import { Redirect, useLocation, useSearch } from 'wouter';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { SignedContext } from '../../desk/signed.tsx';
import { SkewContext } from '../../desk/skew.ts';
import { NotAnswered, useAnswer } from '../../desk/use-ask.tsx';
import { FreshProvider } from '../sign/FreshProvider.tsx';
import { IdleWarning } from '../sign/IdleWarning.tsx';
import { isSignedOut, ME_KEY } from './Asking.tsx';
import type { DrawnPage } from './drawn.ts';
import { Frame } from './Frame.tsx';
import css from './frame.module.css';
import { SignedOut } from './SignedOut.tsx';

/**
 * Lets in who is signed in. Whoever comes without a session is led to sign in and back; where a session ends on an open
 * page, the page stays with what was typed into it, under a question to sign in again.
 */
export function Gate({ pages }: { pages: readonly DrawnPage[] }) {
  const queries = useQueryClient();
  const { data, error, dataUpdatedAt, refetch } = useAnswer('me');
  const [path] = useLocation();
  const search = useSearch();
  const isOut = error instanceof NotAnswered && isSignedOut(error.why);
  if (data === undefined && isOut) {
    queries.removeQueries({ queryKey: ME_KEY });
    return <Redirect to={`/login?next=${encodeURIComponent(search === '' ? path : `${path}?${search}`)}`} replace />;
  }
  if (data === undefined) {
    return (
      <main className={css.alone}>
        {error === null ? <Loading /> : <Failed error={error} retry={() => refetch()} />}
      </main>
    );
  }
  return (
    <SignedContext value={data}>
      <SkewContext value={data.serverTime - dataUpdatedAt}>
        {/* Somebody else signed in meanwhile: nothing that was on the screen is theirs. */}
        <FreshProvider key={data.id}>
          <Frame pages={pages} />
        </FreshProvider>
        {isOut ? <SignedOut again={() => refetch()} /> : <IdleWarning />}
      </SkewContext>
    </SignedContext>
  );
}
