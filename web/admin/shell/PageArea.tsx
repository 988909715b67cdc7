import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import { Loading } from '../../desk/parts/Loading.tsx';
import { Landing } from './Landing.tsx';
import { PageGuard } from './PageGuard.tsx';

/** Where a page stands: its failure stays in here, and what is around it goes on working. */
export function PageArea({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  return (
    <PageGuard path={path}>
      <Suspense fallback={<Loading />}>
        {children}
        <Landing key={path} path={path} />
      </Suspense>
    </PageGuard>
  );
}
