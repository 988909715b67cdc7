import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { instant } from '../../../shared/kernel/instant.ts';
import {
  HISTORY_SUBJECT_WORDS,
  HISTORY_SUBJECTS,
  historyActorWord,
  historyChanges,
  historyStepWord,
} from '../../../shared/words/history.ts';
import { OneOf } from '../../desk/parts/Chips.tsx';
import { DiffTable } from '../../desk/parts/DiffTable.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { exactText } from '../../desk/parts/when.ts';
import { ASK_ANYWAY, NotAnswered, useAsk } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import css from './history.module.css';
import { KINDS, type Kind, kindOf } from './history-kind.ts';

export type HistoryRow = Reply<'deskHistory'>['rows'][number];

/** What happened to a station, newest first: who, what, before and after, why. */
export function History({ id }: { id: string }) {
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useHistory(id);
  const [kind, setKind] = useState<Kind>('all');
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  if (data === undefined) return <Loading />;
  const rows = data.pages.flatMap((page) => page.rows);
  const shown = rows.filter((row) => kind === 'all' || kindOf(row) === kind);
  return (
    <div className={css.history}>
      <OneOf label="看哪一类" options={KINDS} value={kind} onChange={setKind} />
      {shown.length === 0 && <Empty text="这一类还没有记录。" />}
      <ol className={css.rows}>
        {shown.map((row) => (
          <Entry key={row.seq} row={row} here={id} />
        ))}
      </ol>
      {hasNextPage && (
        <Button onClick={() => fetchNextPage()} loading={isFetchingNextPage}>
          看更早的
        </Button>
      )}
    </div>
  );
}

export function useHistory(id: string) {
  const ask = useAsk();
  return useInfiniteQuery({
    queryKey: ['deskHistory', id],
    ...ASK_ANYWAY,
    initialPageParam: null as number | null,
    queryFn: async ({ pageParam }) => {
      const query = pageParam === null ? {} : { before: `${pageParam}` };
      const answer = await ask('deskHistory', { params: { id }, query });
      if (!answer.ok) throw new NotAnswered(answer.refusal);
      return answer.value;
    },
    getNextPageParam: ({ rows, done }) => (done ? undefined : (rows[rows.length - 1]?.seq ?? undefined)),
  });
}

function Entry({ row, here }: { row: HistoryRow; here: string }) {
  const { actor, step, reason, fields, station, effectiveOn } = row;
  const subject = HISTORY_SUBJECTS.find((one) => one === row.subject) ?? 'station';
  const changes = historyChanges(
    subject,
    Object.fromEntries(fields.map(({ field, before }) => [field, before])),
    Object.fromEntries(fields.map(({ field, after }) => [field, after])),
  );
  return (
    <li className={css.row}>
      <div className={css.head}>
        <b>
          {subject === 'station' ? '' : `${HISTORY_SUBJECT_WORDS[subject]} · `}
          {historyStepWord(subject, step)}
        </b>
        <span>
          {historyActorWord(actor)}，{actor.union}
        </span>
        <time title={`业务日期 ${effectiveOn}`}>{exactText(instant(row.at))}</time>
        {station.id !== here && station.code !== null && (
          <span className={css.other}>
            在 {station.name}（{station.code}）
          </span>
        )}
      </div>
      {reason !== null && <p className={css.reason}>{reasonText(reason)}</p>}
      {changes.length > 0 && (
        <details open={changes.length <= 4}>
          <summary>{changes.length} 处变化</summary>
          <DiffTable changes={changes} />
        </details>
      )}
    </li>
  );
}

/** A reason of leaving begins with its code, for figures; people read the words behind it. */
function reasonText(reason: string): string {
  return reason.replace(/^[A-Z_]{4,} /, '');
}
