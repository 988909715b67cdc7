import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Station } from '../../../shared/station/station.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { ReportHint } from '../../desk/parts/ReportHint.tsx';
import { AllSections } from './AllSections.tsx';
import { ClashChoice } from './ClashChoice.tsx';
import { FormLayout, SECTIONS } from './FormLayout.tsx';
import { type Form, formOf } from './model.ts';
import { useFaults } from './parts/fault.tsx';
import { Restore } from './Restore.tsx';
import { SimilarPanel } from './Similar.tsx';
import { useKeptForm } from './use-kept-form.ts';
import { useRegistering } from './use-registering.ts';
import { useSimilar } from './use-similar.ts';

/** `station`: a draft or a returned one that is worked on again; null: a new one. */
type Props = { station: Station | null; stationId: string; place: string; first: Form };

/** From an empty form to a submission: kept here while it is typed, saved as a draft, submitted with its neighbours answered. */
export function RegisterEditor({ station, first, ...begin }: Props) {
  const kept = useKeptForm({ station, first, ...begin });
  const { form, change, stationId, found } = kept;
  const faults = useFaults();
  const twins = useTwins(form, stationId);
  const [, go] = useLocation();
  const registering = useRegistering({
    stationId,
    base: kept.base,
    show: faults.show,
    put: (next, onto) => kept.put(formOf(next), onto),
  });
  const leave = () => {
    kept.done();
    go(`/stations/${stationId}`);
  };
  const submit = async () => {
    const why = await twins.answered();
    if (why !== '' && (await registering.submit(form, why))) leave();
  };
  return (
    <>
      <PageHead title={station === null ? '登记站点' : `${station.name || '没写名字'} · 补材料`} />
      <ReportHint />
      {station?.status === 'returned' && <Returned reason={station.statusNote?.reason ?? null} />}
      {found !== null ? (
        <Restore found={found} rev={station?.rev ?? null} restore={kept.restore} discard={kept.discard} />
      ) : (
        <FormLayout
          root={faults.root}
          fault={faults.fault}
          sections={SECTIONS}
          savedAt={kept.savedAt}
          aside={twins.panel}
          buttons={
            <Buttons
              busy={twins.isLooking ? 'submit' : registering.busy}
              save={async () => (await registering.save(form)) && leave()}
              submit={submit}
            />
          }
        >
          <AllSections form={form} change={change} station={station} />
        </FormLayout>
      )}
      <Clashes of={registering} />
    </>
  );
}

/** Similar stations and why they are others. `answered`: null when there are none, empty when nobody said. */
function useTwins(form: Form, stationId: string) {
  const { items, look } = useSimilar(form, stationId);
  const [answer, setAnswer] = useState('');
  const [missed, miss] = useState(0);
  const [isLooking, wait] = useState(false);
  const panel =
    items.length === 0 ? null : <SimilarPanel items={items} answer={answer} onAnswer={setAnswer} missed={missed} />;
  const answered = async (): Promise<string | null> => {
    wait(true);
    const found = (await look()) ?? items;
    wait(false);
    const why = found.length === 0 ? null : answer.trim();
    miss((times) => (why === '' ? times + 1 : 0));
    return why;
  };
  return { panel, answered, isLooking };
}

type Clashing = Pick<ReturnType<typeof useRegistering>, 'merge' | 'settle' | 'putOff'>;

function Clashes({ of: { merge, settle, putOff } }: { of: Clashing }) {
  return merge === null ? null : <ClashChoice merge={merge} choose={settle} close={putOff} />;
}

function Returned({ reason }: { reason: string | null }) {
  return (
    <Alert
      type="warning"
      showIcon
      title={`审核退回了：${reason ?? '没写原因'}`}
      description="改好再提交，原来填的都在下面。"
    />
  );
}

type ButtonsProps = { busy: 'save' | 'submit' | null; save: () => void; submit: () => void };

function Buttons({ busy, save, submit }: ButtonsProps) {
  return (
    <>
      <Button onClick={save} loading={busy === 'save'} disabled={busy !== null}>
        存草稿
      </Button>
      <Button
        type="primary"
        onClick={submit}
        loading={busy === 'submit'}
        disabled={busy !== null}
        icon={<DeskIcon name="check" />}
      >
        提交审核
      </Button>
    </>
  );
}
