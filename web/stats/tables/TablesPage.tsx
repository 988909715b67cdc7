import { PageHead } from '../../desk/parts/PageHead.tsx';

export function TablesPage() {
  return <PageHead title="统计表" />;
}
