import { isRegionCode } from '../../../shared/station/region.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { useMe } from '../signed.tsx';
import { blankForm } from './model.ts';
import { RegisterEditor } from './RegisterEditor.tsx';

/** 登记站点: a form nobody has written in, for one's own union. */
export function RegisterPage() {
  const { union } = useMe();
  const { region, level } = union;
  const isCounty = level === 'county' || level === 'town';
  const county = isCounty && region !== null && isRegionCode(region) ? region : null;
  return <RegisterEditor station={null} first={blankForm(union.id as string as UnionId, county)} />;
}
