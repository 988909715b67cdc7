import { useSearch } from 'wouter';
import { gcj02 } from '../../../shared/geo/point.ts';
import { isReportId, type ReportId } from '../../../shared/report/report.ts';
import { isRegionCode } from '../../../shared/station/region.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import { Loading } from '../../desk/parts/Loading.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { blankForm, type Form } from './model.ts';
import { NewStation } from './NewStation.tsx';

/** 登记站点: a form nobody has written in, for one's own union; `?from=<report>` begins with the place a worker suggested. */
export function RegisterPage() {
  const from = new URLSearchParams(useSearch()).get('from') ?? '';
  const blank = useBlankForm();
  return isReportId(from) ? <Suggested id={from} blank={blank} /> : <NewStation first={blank} />;
}

function useBlankForm(): Form {
  const { union } = useMe();
  const { region, level } = union;
  const isCounty = level === 'county' || level === 'town';
  const county = isCounty && region !== null && isRegionCode(region) ? region : null;
  return blankForm(union.id as string as UnionId, county);
}

function Suggested({ id, blank }: { id: ReportId; blank: Form }) {
  const { data, error } = useAnswer('inboxReport', { params: { id } });
  if (data === undefined && error === null) return <Loading />;
  // A report that cannot be read is no reason not to register.
  const place = data?.report.place ?? null;
  return <NewStation first={place === null ? blank : { ...blank, ...partOf(place) }} />;
}

type Place = NonNullable<Reply<'inboxReport'>['report']['place']>;

function partOf({ name, address, region, point }: Place): Partial<Form> {
  return {
    name,
    address,
    ...(region !== null && isRegionCode(region) && { region }),
    ...(point !== null && { point: gcj02(point.lng, point.lat), source: { crs: 'gcj02', ...point } as const }),
  };
}
