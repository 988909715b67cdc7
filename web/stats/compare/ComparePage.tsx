import { PageHead } from '../../desk/parts/PageHead.tsx';

export function ComparePage() {
  return <PageHead title="比较" />;
}
