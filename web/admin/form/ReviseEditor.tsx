import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Station } from '../../../shared/station/station.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { ReportHint } from '../../desk/parts/ReportHint.tsx';
import { AllSections } from './AllSections.tsx';
import { Basis, type BasisOf, basisText } from './Basis.tsx';
import { ClashChoice } from './ClashChoice.tsx';
import { FormLayout, SECTIONS } from './FormLayout.tsx';
import css from './form.module.css';
import { formOf } from './model.ts';
import { useFaults } from './parts/fault.tsx';
import { Restore } from './Restore.tsx';
import { useKeptForm } from './use-kept-form.ts';
import { useRevising } from './use-revising.ts';
import { Weight } from './Weight.tsx';
import type { WeighBy } from './weigh.ts';

type Props = { station: Station; settings: WeighBy };

/** Changes a station that stands: what waits for an approver is said before, a clash is settled field by field. */
export function ReviseEditor({ station, settings }: Props) {
  const kept = useKeptForm({ station, stationId: station.id, place: station.id, first: formOf(station) });
  const { form, found } = kept;
  const base = kept.base ?? station;
  const faults = useFaults();
  const [basis, setBasis] = useState<BasisOf>({ by: null, text: '' });
  const [, go] = useLocation();
  const revising = useRevising({
    base,
    settings,
    show: faults.show,
    put: (next, onto) => kept.put(formOf(next), onto),
  });
  const leave = () => {
    kept.done();
    go(`/stations/${station.id}`);
  };
  const save = async () => {
    if (await revising.save(form, basisText(basis))) leave();
  };
  const settle = async (units: readonly string[]) => {
    if (await revising.settle(units, basisText(basis))) leave();
  };
  if (found !== null) {
    return <Restore found={found} rev={station.rev} restore={kept.restore} discard={kept.discard} />;
  }
  return (
    <>
      <PageHead
        title={`${station.name} · 变更`}
        note={
          <Link className={css.link ?? ''} href={`/stations/${station.id}`}>
            回到站点
          </Link>
        }
      />
      <ReportHint />
      <FormLayout
        root={faults.root}
        fault={faults.fault}
        sections={[...SECTIONS, { id: 'basis', title: '这次依据' }]}
        savedAt={kept.savedAt}
        aside={null}
        buttons={
          <>
            <Weight form={form} base={base} settings={settings} />
            <GiveUp hasDraft={kept.savedAt !== null} leave={leave} />
            <Button type="primary" loading={revising.isBusy} onClick={save} icon={<DeskIcon name="check" />}>
              提交变更
            </Button>
          </>
        }
      >
        <AllSections form={form} change={kept.change} station={station} />
        <Basis basis={basis} put={setBasis} />
      </FormLayout>
      {revising.merge !== null && <ClashChoice merge={revising.merge} choose={settle} close={revising.putOff} />}
    </>
  );
}

/** What was typed is thrown away only when a person says so. */
function GiveUp({ hasDraft, leave }: { hasDraft: boolean; leave: () => void }) {
  if (!hasDraft) return <Button onClick={leave}>不改了</Button>;
  return (
    <Popconfirm title="填的内容会丢掉。" okText="丢掉" cancelText="接着填" onConfirm={leave}>
      <Button>不改了</Button>
    </Popconfirm>
  );
}
