import { PageHead } from '../../desk/parts/PageHead.tsx';

export function OverviewPage() {
  return <PageHead title="统计总览" />;
}
