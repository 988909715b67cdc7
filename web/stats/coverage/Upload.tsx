import { Alert, Button, Input, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import css from './coverage.module.css';

type Datum = 'gcj02' | 'bd09' | 'wgs84';
type Answer = Reply<'demandUpload'>;

const DATUMS: readonly { readonly value: Datum; readonly label: string }[] = [
  { value: 'gcj02', label: 'GCJ-02（高德、腾讯）' },
  { value: 'bd09', label: 'BD-09（百度）' },
  { value: 'wgs84', label: 'WGS-84（GPS、天地图）' },
];
/** What a file looks like: columns in any order, the last two may be left out. */
const SAMPLE = '\ufeff名称,经度,纬度,坐标系,权重\r\n示例：火车站东广场,113.658312,34.747123,GCJ-02,120\r\n';

/** A file of demand points. What cannot be read is told row by row, and kept only when those rows are to be left out. */
export function Upload({ onKept }: { onKept: (id: string) => Promise<void> }) {
  const { draft, setDraft, answer, fault, isBusy, send } = useUpload(onKept);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { title, datum, file } = draft;
  return (
    <section aria-label="传一份需求点" className={css.upload}>
      <p>
        XLSX 或 CSV，最多 2 万行，一行一个点：名称、经度、纬度，另可写坐标系和权重（一般是人数，没写当作 1）。
        <a href={`data:text/csv;charset=utf-8,${encodeURIComponent(SAMPLE)}`} download="需求点样表.csv">
          下载样表
        </a>
      </p>
      <label htmlFor={`${id}t`}>叫什么</label>
      <Input
        id={`${id}t`}
        value={title}
        maxLength={60}
        onChange={({ target }) => setDraft({ ...draft, title: target.value })}
      />
      <label htmlFor={`${id}d`}>没写坐标系的按</label>
      <Select
        id={`${id}d`}
        value={datum}
        options={[...DATUMS]}
        onChange={(next: Datum) => setDraft({ ...draft, datum: next })}
      />
      <input
        ref={input}
        type="file"
        className={css.file}
        aria-label="需求点文件"
        accept=".xlsx,.csv,.txt,.tsv"
        tabIndex={-1}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen)
            setDraft({
              ...draft,
              file: chosen,
              title: title === '' ? chosen.name.replace(/\.\w+$/, '').slice(0, 60) : title,
            });
          target.value = '';
        }}
      />
      <div className={css.acts}>
        <Button icon={<DeskIcon name="upload" />} onClick={() => input.current?.click()}>
          {file === null ? '选文件' : file.name}
        </Button>
        <Button
          type="primary"
          disabled={file === null || title.trim() === ''}
          loading={isBusy}
          onClick={() => send('refuse')}
        >
          传上去
        </Button>
      </div>
      {fault !== null && <Alert type="error" showIcon title={fault} role="alert" />}
      {answer !== null && <Outcome answer={answer} skip={() => send('skip')} isBusy={isBusy} />}
    </section>
  );
}

type Draft = { readonly title: string; readonly datum: Datum; readonly file: File | null };
const NOTHING: Draft = { title: '', datum: 'gcj02', file: null };

function useUpload(onKept: (id: string) => Promise<void>) {
  const ask = useAsk();
  const [draft, change] = useState(NOTHING);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (bad: 'refuse' | 'skip') => {
    const { title, datum, file } = draft;
    if (file === null) return;
    setBusy(true);
    const query = { id: newId(window.crypto), name: file.name.slice(-200), title: title.trim(), datum, bad };
    const said = await ask('demandUpload', { query, upload: file });
    setBusy(false);
    setFault(said.ok ? null : unansweredText(said.refusal));
    setAnswer(said.ok ? said.value : null);
    if (!said.ok || said.value.set === null) return;
    change(NOTHING);
    await onKept(said.value.set.id);
  };
  const setDraft = (next: Draft) => {
    change(next);
    setAnswer(null);
    setFault(null);
  };
  return { draft, setDraft, answer, fault, isBusy, send };
}

function Outcome({ answer, skip, isBusy }: { answer: Answer; skip: () => void; isBusy: boolean }) {
  const { set, rows, refused, refusedCount } = answer;
  const good = rows - refusedCount;
  const title =
    set === null
      ? `${numberText(rows)} 行里有 ${numberText(refusedCount)} 行读不懂，什么都没有存。改好再传，或者跳过这些行。`
      : `存好了：${numberText(set.points)} 个点${refusedCount > 0 ? `，跳过 ${numberText(refusedCount)} 行` : ''}。`;
  return (
    <>
      <Alert
        type={set === null ? 'warning' : 'success'}
        showIcon
        title={title}
        role="status"
        action={
          set === null && good > 0 ? (
            <Button size="small" loading={isBusy} onClick={skip}>
              跳过，存其余 {good} 行
            </Button>
          ) : undefined
        }
      />
      {refused.length > 0 && (
        <ul className={css.refused} aria-label="读不懂的行">
          {refused.map(({ row, name, why }) => (
            <li key={row}>
              第 {row} 行{name === '' ? '' : `（${name}）`}：{why}
            </li>
          ))}
          {refusedCount > refused.length && <li>另外还有 {refusedCount - refused.length} 行。</li>}
        </ul>
      )}
    </>
  );
}
