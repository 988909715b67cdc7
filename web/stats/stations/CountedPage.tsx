import { PageHead } from '../../desk/parts/PageHead.tsx';

export function CountedPage() {
  return <PageHead title="站点" />;
}
