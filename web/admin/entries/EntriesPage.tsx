import { Button } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ENTRY_KINDS, type EntryKind } from '../../../shared/station/entry.ts';
import { ENTRY_KIND_WORDS } from '../../../shared/words/entry.ts';
import { OneOf, optionsOf } from '../../desk/parts/Chips.tsx';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { EntryDrawer } from './EntryDrawer.tsx';
import { EntryTable } from './EntryTable.tsx';
import css from './entries.module.css';
import { FilterBar } from './FilterBar.tsx';
import { askedOf, type EntriesQuery, useEntriesQuery } from './query.ts';
import { Reviews } from './Reviews.tsx';
import type { Opened } from './use-entry-form.ts';
import { Withdraw } from './Withdraw.tsx';
import { type EntriesShown, type EntryShown, NOTHING_YET, totalText } from './words.ts';

/** Until the list says otherwise. */
const RECTIFY_DAYS = 15;

/** 工作台账: what the branch wrote down of its work, a tab for each kind. */
export function EntriesPage() {
  const entries = useEntriesQuery();
  const { query, kind, change } = entries;
  const { union } = useMe();
  const { data, error, refetch } = useAnswer('entries', { query: askedOf(query, kind) });
  const [opened, setOpened] = useState<Opened | null>(() =>
    query.new === undefined ? null : { kind, entry: null, station: query.station ?? null },
  );
  const [leaving, setLeaving] = useState<EntryShown | null>(null);
  const [said, say] = useState('');
  const begin = (station: string | null) => setOpened({ kind, entry: null, station });
  const done = () => {
    setOpened(null);
    say('记好了。');
  };
  return (
    <>
      <PageHead title="工作台账" note={`${union.name}和下级工会记的，统计表从这里来`}>
        <Keep kind={kind} may={data?.mayKeep ?? []} begin={() => begin(query.station ?? null)} />
      </PageHead>
      <div className={css.kinds}>
        <OneOf
          label="哪一类"
          options={optionsOf(ENTRY_KINDS, ENTRY_KIND_WORDS)}
          value={kind}
          onChange={(next) => change({ kind: next, overdue: undefined })}
        />
      </div>
      {kind === 'inspection' && <Reviews begin={begin} />}
      <FilterBar entries={entries} shown={data} />
      <p role="status" className={css.hidden}>
        {said}
      </p>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <Shown
          entries={entries}
          shown={data}
          correct={(entry) => setOpened({ kind, entry, station: null })}
          withdraw={setLeaving}
        />
      )}
      {opened !== null && (
        <EntryDrawer
          key={`${opened.kind} ${opened.entry?.id ?? 'new'}`}
          opened={opened}
          rectifyDays={data?.rectifyDays ?? RECTIFY_DAYS}
          done={done}
          close={() => setOpened(null)}
        />
      )}
      {leaving !== null && <Withdraw entry={leaving} close={() => setLeaving(null)} />}
    </>
  );
}

type KeepProps = { kind: EntryKind; may: readonly EntryKind[]; begin: () => void };

function Keep({ kind, may, begin }: KeepProps) {
  const [, go] = useLocation();
  if (!may.includes(kind)) return null;
  return (
    <>
      {kind === 'visits' && (
        <Button onClick={() => go('/entries/month')} icon={<DeskIcon name="list" />}>
          按月成批填
        </Button>
      )}
      <Button type="primary" onClick={begin} icon={<DeskIcon name="plus" />}>
        记{ENTRY_KIND_WORDS[kind]}
      </Button>
    </>
  );
}

type ShownProps = {
  entries: EntriesQuery;
  shown: EntriesShown;
  correct: (entry: EntryShown) => void;
  withdraw: (entry: EntryShown) => void;
};

function Shown({ entries: { query, kind, change }, shown, correct, withdraw }: ShownProps) {
  const total = shown.totals.find((one) => one.kind === kind);
  if (total === undefined) return <Nothing query={query} kind={kind} change={change} />;
  return (
    <>
      <p className={css.total}>合计：{totalText(total)}</p>
      <EntryTable
        entries={shown.items}
        caption={`${ENTRY_KIND_WORDS[kind]}，新的在前`}
        correct={correct}
        withdraw={withdraw}
      />
      <div className={css.pager}>
        {query.after !== undefined && <Button onClick={() => change({ after: undefined })}>从头看</Button>}
        {shown.next !== null && <Button onClick={() => change({ after: shown.next ?? undefined })}>下一页</Button>}
      </div>
    </>
  );
}

const NARROW = ['from', 'to', 'union', 'station', 'overdue', 'withdrawn'] as const;

function Nothing({ query, kind, change }: Pick<EntriesQuery, 'query' | 'kind' | 'change'>) {
  if (!NARROW.some((name) => query[name] !== undefined)) return <Empty text={NOTHING_YET[kind]} />;
  const bare = Object.fromEntries(NARROW.map((name) => [name, undefined]));
  return (
    <Empty text="按这些条件没有记录。">
      <Button onClick={() => change(bare)}>去掉条件</Button>
    </Empty>
  );
}
