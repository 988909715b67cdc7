import { Alert } from 'antd';
import { Link, useParams } from 'wouter';
import type { Station } from '../../../shared/station/station.ts';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import css from './form.module.css';
import { formOf } from './model.ts';
import { OneTab } from './OneTab.tsx';
import { RegisterEditor } from './RegisterEditor.tsx';
import { ReviseEditor } from './ReviseEditor.tsx';
import { useHeld } from './use-held.ts';

/** 变更 of a station that stands; of a draft or a returned one the form it came from. */
export function RevisePage() {
  const { id = '' } = useParams<{ id: string }>();
  const { data, error, refetch } = useAnswer('deskStation', { params: { id } });
  // What the editor began with stays, also when the answer is asked anew behind it.
  const held = useHeld(data);
  if (held === null) return error === null ? <Loading /> : <Failed error={error} retry={() => refetch()} />;
  const station: Station = held.station;
  if (station.status === 'draft' || station.status === 'returned') {
    return (
      <OneTab place={station.id} title={`${station.name || '没写名字'} · 补材料`}>
        <RegisterEditor station={station} stationId={station.id} place={station.id} first={formOf(station)} />
      </OneTab>
    );
  }
  const verdict = held.steps.find(({ step }) => step === 'revise');
  if (verdict?.allowed !== true) return <NotNow station={station} why={verdict?.why ?? null} />;
  return (
    <OneTab place={station.id} title={`${station.name} · 变更`}>
      <ReviseEditor station={station} settings={held.settings} />
    </OneTab>
  );
}

function NotNow({ station, why }: { station: Station; why: string | null }) {
  return (
    <>
      <PageHead title={`${station.name} · 变更`} />
      <Alert type="warning" showIcon title={why ?? '站点现在这个状态不能改资料。'} />
      <p>
        <Link className={css.link ?? ''} href={`/stations/${station.id}`}>
          回到站点
        </Link>
      </p>
    </>
  );
}
