import { Alert, Button } from 'antd';
import { Link, useParams } from 'wouter';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import css from './form.module.css';
import { MoveConsequences } from './MoveConsequences.tsx';
import { MoveFields } from './MoveFields.tsx';
import { FaultContext } from './parts/fault.tsx';
import { useHeld } from './use-held.ts';
import type { DeskReply } from './use-moving.ts';
import { useMoving } from './use-moving.ts';

/** 迁址: where to, what that makes of the code, and why. */
export function RelocatePage() {
  const { id = '' } = useParams<{ id: string }>();
  const { data, error, refetch } = useAnswer('deskStation', { params: { id } });
  const held = useHeld(data);
  if (held === null) return error === null ? <Loading /> : <Failed error={error} retry={() => refetch()} />;
  const verdict = held.steps.find(({ step }) => step === 'relocate');
  const back = (
    <Link className={css.link ?? ''} href={`/stations/${held.station.id}`}>
      回到站点
    </Link>
  );
  return (
    <>
      <PageHead title={`${held.station.name} · 迁址`} note={back} />
      {verdict?.allowed === true ? (
        <MoveForm on={held} />
      ) : (
        <Alert type="warning" showIcon title={verdict?.why ?? '站点现在这个状态不能办迁址。'} />
      )}
    </>
  );
}

function MoveForm({ on }: { on: DeskReply }) {
  const moving = useMoving(on);
  const { faults, isBusy, save } = moving;
  return (
    <FaultContext value={faults.fault}>
      <div className={css.stack} ref={faults.root}>
        <MoveFields on={on} moving={moving} />
        <MoveConsequences on={on} moving={moving} />
        <div className={css.acts}>
          {faults.fault !== null && faults.fault.field === null && (
            <Alert type="error" showIcon title={faults.fault.text} />
          )}
          <Button type="primary" loading={isBusy} onClick={save}>
            办迁址
          </Button>
          <Link className={css.link ?? ''} href={`/stations/${on.station.id}`}>
            先不迁
          </Link>
        </div>
      </div>
    </FaultContext>
  );
}
