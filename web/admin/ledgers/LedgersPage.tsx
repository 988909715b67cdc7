import { Button } from 'antd';
import { Link } from 'wouter';
import { LEDGER_STATE_WORDS } from '../../../shared/words/ledger.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { Tag, type Tone } from '../../desk/parts/Tag.tsx';
import { When } from '../../desk/parts/When.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { pathOf } from '../../platform/ask.ts';
import css from './ledgers.module.css';
import { UploadBox } from './UploadBox.tsx';
import type { Ledger } from './words.ts';

const STATE_TONES: { readonly [S in Ledger['state']]: Tone } = {
  staging: 'calm',
  planning: 'info',
  ready: 'soon',
  committing: 'info',
  done: 'ok',
};

/** Ledgers in: the template, a file from the desk, and what was brought before. */
export function LedgersPage() {
  const ledgers = useAnswer('ledgers');
  return (
    <>
      <PageHead title="导入台账">
        <Button icon={<DeskIcon name="download" />} href={pathOf('ledgerTemplate')} download>
          空白模板
        </Button>
        <Button
          icon={<DeskIcon name="download" />}
          href={pathOf('ledgerTemplate', { query: { filled: '1' } })}
          download
        >
          带已登记站点的模板
        </Button>
      </PageHead>
      <UploadBox />
      <h2 className={css.second}>传过的台账</h2>
      {ledgers.error && <Failed error={ledgers.error} retry={() => ledgers.refetch()} />}
      {ledgers.data === undefined ? (
        ledgers.error === null && <Loading rows={4} />
      ) : ledgers.data.items.length === 0 ? (
        <Empty text="还没有传过台账。先下载模板填好，或直接传现有的表。" />
      ) : (
        <ul className={css.list}>
          {ledgers.data.items.map((ledger) => (
            <LedgerLine key={ledger.id} ledger={ledger} />
          ))}
        </ul>
      )}
    </>
  );
}

function LedgerLine({ ledger }: { ledger: Ledger }) {
  const { id, name, state, union, by, at, rows } = ledger;
  return (
    <li className={css.item}>
      <div className={css.what}>
        <Link href={`/ledgers/${id}`} className={css.name}>
          {name}
        </Link>
        <span className={css.quiet}>
          {union.name} · {by} · <When at={at} />
        </span>
      </div>
      <span className={css.sums}>{sumsText(ledger) ?? `${rows} 行`}</span>
      <Tag tone={STATE_TONES[state]}>{LEDGER_STATE_WORDS[state]}</Tag>
    </li>
  );
}

function sumsText({ counts }: Ledger): string | null {
  if (counts === null) return null;
  const parts = [
    ['新增', counts.new],
    ['有改动', counts.changed],
    ['没变化', counts.same],
    ['有疑点', counts.flagged],
    ['拒收', counts.refused],
  ] as const;
  return parts.flatMap(([word, count]) => (count > 0 ? [`${word} ${count}`] : [])).join(' · ');
}
