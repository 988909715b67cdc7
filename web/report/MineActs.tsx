import { useState } from 'react';
import type { ReportItem, Reports } from '../sync/reports-state.ts';
import { Button, TextButton } from '../ui/parts/Button.tsx';
import { Dialog } from '../ui/parts/Dialog.tsx';
import { ExtrasForm } from './ExtrasForm.tsx';
import { ReportIcon } from './ReportIcon.tsx';
import css from './report.module.css';

type Props = { item: ReportItem; reports: Reports; open: boolean; onOpen: (open: boolean) => void };

/** Change a refused one and send it anew; take any of them off the phone. */
export function MineActs({ item, reports, open, onOpen }: Props) {
  const { stage, body } = item;
  const [asking, ask] = useState(false);
  if (open && stage.kind === 'refused') {
    return (
      <ExtrasForm
        kind={item.kind}
        things={[]}
        first={{ amenity: body?.amenity ?? null, text: item.text, photo: body?.photo ?? null }}
        word="再发一次"
        shrink={reports.shrink}
        onDone={(extras) => reports.again(item.id, extras)}
        onBack={() => onOpen(false)}
        backWord="先不发"
      />
    );
  }
  const remove = () => {
    // What has reached the union stays with it; what has not is gone for good, so that is asked about.
    if (stage.kind === 'sent') reports.discard(item.id);
    else ask(true);
  };
  return (
    <div className={css.quiet}>
      {stage.kind === 'refused' && (
        <Button onClick={() => onOpen(true)}>
          <ReportIcon name="write" size="s" />
          改了再发
        </Button>
      )}
      <TextButton onClick={remove} aria-haspopup={stage.kind === 'sent' ? undefined : 'dialog'}>
        从手机里删掉
      </TextButton>
      {asking && (
        <Dialog title="还没发出去，删掉吗" onClose={() => ask(false)}>
          <p className={css.say}>删掉以后工会看不到，也找不回来。</p>
          <div className={css.acts}>
            <Button weight="tall" onClick={() => reports.discard(item.id)}>
              <ReportIcon name="trash" />
              删掉
            </Button>
            <Button weight="tall" onClick={() => ask(false)}>
              留着
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
