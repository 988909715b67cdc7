import { Button, Progress } from 'antd';
import { useEffect } from 'react';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { When } from '../../desk/parts/When.tsx';
import { useAnswer, useAsk } from '../../desk/use-ask.tsx';
import { pathOf, type Reply } from '../../platform/ask.ts';
import { underPercent, underText } from './under-text.ts';
import css from './workbooks.module.css';

type File = Reply<'figureFiles'>['items'][number];

/** A file under way is asked after so often. */
const EVERY_MS = 1000;

/** The files this account made in the last days. */
export function OwnFiles() {
  const { data, error, refetch } = useAnswer('figureFiles');
  const isGoing = data?.items.some(({ state }) => state === 'running') ?? false;
  useEffect(() => {
    if (!isGoing) return;
    const timer = window.setInterval(() => refetch(), EVERY_MS);
    return () => window.clearInterval(timer);
  }, [isGoing, refetch]);
  return (
    <section className={css.files} aria-label="我做的文件">
      <h2>我做的文件（留 7 天）</h2>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading rows={3} />}
      {data?.items.length === 0 && <Empty text="还没有做过。选好上面的条件，点“开始做”。" />}
      {data !== undefined && <FileList items={data.items} again={() => refetch()} />}
    </section>
  );
}

/** What the server keeps every month, of one's own union and those below. */
export function MonthlyFiles({ union }: { union: string | undefined }) {
  const { data, error, refetch } = useAnswer('figureMonthly', { query: { union } });
  return (
    <section className={css.files} aria-label="每月留存的文件">
      <h2>每月留存的文件</h2>
      <p className={css.under}>每月初自动做上个月的，全国和各省各一份 Excel 和 CSV，一直留着，不改。</p>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading rows={3} />}
      {data?.items.length === 0 && <Empty text="这个范围里还没有。只有全国和省一级的有。" />}
      {byMonth(data?.items ?? []).map(([month, items], i) => (
        <details key={month} className={css.month} open={i === 0}>
          <summary>
            {items[0]?.periodWords}，{items.length} 份
          </summary>
          <FileList items={items} again={() => refetch()} />
        </details>
      ))}
    </section>
  );
}

/** Month by month, in the server's order, the newest first: a year of the whole country is more than eight hundred files. */
function byMonth(items: readonly File[]): readonly (readonly [string, readonly File[]])[] {
  const months = [...new Set(items.map(({ period }) => period))];
  return months.map((month) => [month, items.filter(({ period }) => period === month)]);
}

function FileList({ items, again }: { items: readonly File[]; again: () => void }) {
  return (
    <ul>
      {items.map((file) => (
        <li key={file.id}>
          <FileLine file={file} again={again} />
        </li>
      ))}
    </ul>
  );
}

function FileLine({ file, again }: { file: File; again: () => void }) {
  const { id, name, state, at, bytes, sha256, synthetic } = file;
  return (
    <>
      <div className={css.what}>
        <b>
          {name} {synthetic && <DemoTag />}
        </b>
        <span className={css.under}>
          <When at={at} />
          {state === 'done' && `，${sizeText(bytes)}`}
          {sha256 !== null && (
            <>
              ，SHA-256 <code>{sha256.slice(0, 12)}</code>
            </>
          )}
        </span>
        <details>
          <summary>怎么再做一份</summary>
          <p className={css.under}>在服务器上运行这一行，做出来的文件一个字节不差：</p>
          <code className={css.line}>{file.again}</code>
          {sha256 !== null && <p className={css.under}>校验值 {sha256}</p>}
        </details>
      </div>
      <State file={file} again={again} />
      {state === 'done' && (
        <a className={css.link} href={pathOf('figureFile', { params: { id } })} download aria-label={`下载 ${name}`}>
          下载
        </a>
      )}
    </>
  );
}

function State({ file, again }: { file: File; again: () => void }) {
  const ask = useAsk();
  const { id, state, under, until, name } = file;
  if (state === 'failed') return <span className={css.under}>没做成，再做一次</span>;
  if (state === 'cancelled') return <span className={css.under}>没做完，停了</span>;
  if (state === 'done') return null;
  const cancel = async () => {
    await ask('figureFileCancel', { params: { id }, body: {} });
    again();
  };
  return (
    <>
      <div className={css.progress}>
        <Progress percent={underPercent(under)} size="small" showInfo={false} aria-label={`${name} 做到哪了`} />
        <span className={css.under}>{underText(under)}</span>
      </div>
      {until !== null && <Button onClick={cancel}>不做了</Button>}
    </>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
