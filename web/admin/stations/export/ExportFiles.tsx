import { Button, Progress } from 'antd';
import { useEffect } from 'react';
import { Failed } from '../../../desk/parts/Failed.tsx';
import { numberText } from '../../../desk/parts/number-text.ts';
import { When } from '../../../desk/parts/When.tsx';
import { useAnswer, useAsk } from '../../../desk/use-ask.tsx';
import { pathOf, type Reply } from '../../../platform/ask.ts';
import css from '../stations.module.css';

type File = Reply<'stationExports'>['items'][number];

/** A file under way is asked after so often. */
const EVERY_MS = 1000;

/** The files this account made in the last days. `made` counts those begun in this window. */
export function ExportFiles({ made }: { made: number }) {
  const answer = useAnswer('stationExports');
  const { refetch, data } = answer;
  const isGoing = data?.items.some(({ state }) => state === 'running') ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file begun is a reason to look
  useEffect(() => {
    refetch();
  }, [made]);
  useEffect(() => {
    if (!isGoing) return;
    const timer = window.setInterval(() => refetch(), EVERY_MS);
    return () => window.clearInterval(timer);
  }, [isGoing, refetch]);
  if (answer.error) return <Failed error={answer.error} retry={() => refetch()} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className={css.files} aria-label="导出的文件">
      <h2>最近导出的（留 7 天）</h2>
      <ul>
        {data.items.map((file) => (
          <li key={file.id}>
            <FileLine file={file} again={() => refetch()} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileLine({ file, again }: { file: File; again: () => void }) {
  const ask = useAsk();
  const { id, name, state, done, total, bytes, at } = file;
  const cancel = async () => {
    await ask('stationExportCancel', { params: { id }, body: {} });
    again();
  };
  return (
    <>
      <div className={css.fileName}>
        <b>{name}</b>
        <span className={css.under}>
          {numberText(total)} 个站点，
          <When at={at} />
          {state === 'done' && `，${sizeText(bytes)}`}
        </span>
      </div>
      {state === 'done' && (
        <a className={css.link} href={pathOf('stationExportFile', { params: { id } })} download>
          下载
        </a>
      )}
      {state === 'running' && (
        <>
          <Progress percent={Math.round((done / Math.max(1, total)) * 100)} size="small" aria-label="导出进度" />
          <Button onClick={cancel}>不导了</Button>
        </>
      )}
      {(state === 'cancelled' || state === 'failed') && (
        <span className={css.under}>{state === 'cancelled' ? '没导完，停了' : '没导成，再导一次'}</span>
      )}
    </>
  );
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
