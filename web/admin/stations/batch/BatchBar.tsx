import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { MOST_CHOSEN } from '../../../../shared/wire/routes/list.ts';
import { DeskIcon } from '../../../desk/parts/DeskIcon.tsx';
import { useMe } from '../../../desk/signed.tsx';
import type { Chosen } from '../chosen.ts';
import css from '../stations.module.css';
import { BatchDialog } from './BatchDialog.tsx';
import { LeftBatches } from './LeftBatches.tsx';
import type { Step } from './steps.ts';
import type { Begin } from './use-batch.ts';
import { useLeftBatches } from './use-left-batches.ts';

type Opened = { kind: Step['kind']; begin: Begin };
type Props = { chosen: Chosen; onExport: (stations: readonly string[]) => void };

/** What can be done to the stations that are ticked, over all pages. */
export function BatchBar({ chosen, onExport }: Props) {
  const [open, setOpen] = useState<Opened | null>(null);
  const { left, drop } = useLeftBatches();
  const { functions } = useMe();
  const { items } = chosen;
  const isOfficer = functions.includes('officer');
  const codes = items.flatMap(({ code }) => code ?? []);
  const mayPrint = functions.some((name) => name === 'officer' || name === 'approver');
  const mayExport = mayPrint || functions.includes('analyst');
  return (
    <>
      <LeftBatches
        left={left}
        open={(batch) => setOpen({ kind: batch.step.kind, begin: { left: batch } })}
        drop={drop}
      />
      {items.length > 0 && (
        <section className={css.batch} aria-label="对选中的站点">
          <p role="status">
            已选 {items.length} 个{chosen.isFull && `，一次最多 ${MOST_CHOSEN} 个`}
          </p>
          {isOfficer && (
            <>
              <Button icon={<DeskIcon name="check" />} onClick={() => setOpen({ kind: 'confirm', begin: { items } })}>
                确认无误
              </Button>
              <Button icon={<DeskIcon name="pause" />} onClick={() => setOpen({ kind: 'suspend', begin: { items } })}>
                暂停
              </Button>
            </>
          )}
          {mayPrint && codes.length > 0 && (
            <Link className={css.link} href={`/plaques?codes=${codes.join(',')}`}>
              <DeskIcon name="qr" />
              打印标牌
            </Link>
          )}
          {mayExport && (
            <Button icon={<DeskIcon name="download" />} onClick={() => onExport(items.map(({ id }) => id))}>
              导出所选
            </Button>
          )}
          <button type="button" className={css.letGo} onClick={chosen.clear}>
            取消选择
          </button>
        </section>
      )}
      {open !== null && (
        <BatchDialog
          {...open}
          close={(done) => {
            if ('left' in open.begin) drop(open.begin.left.key);
            setOpen(null);
            chosen.set(
              items.filter(({ id }) => done.includes(id)),
              false,
            );
          }}
        />
      )}
    </>
  );
}
