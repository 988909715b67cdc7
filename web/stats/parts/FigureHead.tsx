import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { instant } from '../../../shared/kernel/instant.ts';
import { divisionsWord } from '../../../shared/wire/figures-words.ts';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { exactText } from '../../desk/parts/when.ts';
import type { Reply } from '../../platform/ask.ts';
import { pageDevice } from '../../platform/device.ts';
import css from './head.module.css';
import { addressOf, fixedAt } from './question.ts';
import type { AskedHere } from './use-asked.ts';
import { versionsText } from './versions.ts';

export type Head = Reply<'figures'>['head'];
type Props = {
  head: Head;
  here: AskedHere;
  path: string;
  /** In place of the one period of the head. */
  periods?: string;
};

const HASH_SHOWN = 12;

/** What figures say of themselves; with it they can be made again, and the link does. */
export function FigureHead({ head, here, path, periods }: Props) {
  const { period, periodWords, union, region, asOf, openingAsOf, divisions } = head;
  return (
    <section className={css.head} aria-label="这些数是怎么来的">
      <dl className={css.facts}>
        <Fact name="统计期">{periods ?? periodWords}</Fact>
        <Fact name="范围">
          {union.name}
          {region !== null && ` · ${region.name}`}
        </Fact>
        <Fact name="截至">
          {exactText(instant(asOf.at))} · 第 {asOf.seq} 条记录
        </Fact>
        {openingAsOf !== null && <Fact name="上期签认截至">{exactText(instant(openingAsOf.at))}</Fact>}
        {divisions === 'today' && <Fact name="区划">{divisionsWord('today')}</Fact>}
        <Fact name="口径">
          <Link href={addressOf('/figures/definitions', { period })} className={css.link ?? ''}>
            {versionsText(head.definitions)}
          </Link>
        </Fact>
        <Hash hash={head.hash} />
      </dl>
      <CopyLink address={addressOf(path, fixedAt(here.asked, head), here.beside)} />
      <LeftOut head={head} here={here} />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Hash({ hash }: { hash: string }) {
  const [isWhole, setWhole] = useState(false);
  return (
    <Fact name="校验">
      <code className={css.hash}>{isWhole ? hash : hash.slice(0, HASH_SHOWN)}</code>{' '}
      <button
        type="button"
        className={css.more}
        aria-expanded={isWhole}
        aria-label="校验值全文"
        onClick={() => setWhole(!isWhole)}
      >
        {isWhole ? '收起' : '全文'}
      </button>
    </Fact>
  );
}

function CopyLink({ address }: { address: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const link = `${window.location.origin}/admin${address}`;
  return (
    <div className={css.copy}>
      <Button
        size="small"
        icon={<DeskIcon name="doc" />}
        onClick={async () => setCopied(await pageDevice(document, window).copy(link))}
      >
        复制这些数的链接
      </Button>
      <span role="status" className={css.copied}>
        {copied === null ? '' : copied ? '已复制，什么时候打开都是这些数。' : `没复制成，手工复制：${link}`}
      </span>
    </div>
  );
}

/** Invented stations are never mixed in, and never silently left out. */
function LeftOut({ head: { stations, leftOut }, here: { change } }: Pick<Props, 'head' | 'here'>) {
  if (stations === 'synthetic') {
    return (
      <Alert
        className={css.left ?? ''}
        type="warning"
        showIcon
        title={
          <>
            <DemoTag /> 这里数的都是编出来的示例站点，不能当真实情况上报。
          </>
        }
        action={
          <Button size="small" onClick={() => change({ stations: undefined })}>
            看真实站点
          </Button>
        }
      />
    );
  }
  if (leftOut === 0) return null;
  return (
    <p className={css.left}>
      <DemoTag /> 另有 {numberText(leftOut, 0)} 个示例站点没有数进来。
      <Button type="link" size="small" onClick={() => change({ stations: 'synthetic' })}>
        看示例数据的数
      </Button>
    </p>
  );
}
