import { PageHead } from '../../desk/parts/PageHead.tsx';

export function SeriesPage() {
  return <PageHead title="逐月" />;
}
