import { PageHead } from '../../desk/parts/PageHead.tsx';

export function DefinitionsPage() {
  return <PageHead title="指标口径" />;
}
