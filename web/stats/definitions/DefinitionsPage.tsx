import { Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { TABLES } from '../../../shared/stats/definition.ts';
import { indicatorsOf } from '../../../shared/stats/definitions/all.ts';
import { TABLE_WORDS } from '../../../shared/wire/figures-words.ts';
import { OneOf, SomeOf } from '../../desk/parts/Chips.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { useAsked } from '../parts/use-asked.ts';
import css from './definitions.module.css';
import { matches } from './matches.ts';
import { OneDefinition } from './OneDefinition.tsx';

const ALL = 'all';
const TABLE_OPTIONS = [
  { value: ALL, word: '全部' },
  ...TABLES.map((table) => ({ value: table as string, word: TABLE_WORDS[table] })),
];
const NATIONAL = [{ value: 'national', word: '只看 2024 年全国公布过的' }] as const;

/** 指标口径: every indicator in words, what it counts and what not, with all its versions. An anchor leads to each. */
export function DefinitionsPage() {
  const { beside, asked, change } = useAsked();
  const [typed, setTyped] = useState(beside.q ?? '');
  const table = beside.table ?? ALL;
  const isNational = beside.national === '1';
  const tables = useMemo(
    () =>
      TABLES.filter((one) => table === ALL || one === table).flatMap((one) => {
        const found = indicatorsOf(one).filter((indicator) => matches(indicator, { typed, isNational }));
        return found.length === 0 ? [] : [{ table: one, found }];
      }),
    [table, typed, isNational],
  );
  useAnchor();
  const count = tables.reduce((sum, { found }) => sum + found.length, 0);
  return (
    <>
      <PageHead title="指标口径" note="每个数数的是什么，不数什么，从哪天起这么数">
        <PrintButton />
      </PageHead>
      <search className={css.bar}>
        <Input
          className={css.search ?? ''}
          type="search"
          aria-label="找指标"
          placeholder="按名称、说明或编号找，如 24小时"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={() => typed !== (beside.q ?? '') && change({ q: typed })}
        />
        <OneOf
          label="哪张表"
          options={TABLE_OPTIONS}
          value={table}
          onChange={(next) => change({ table: next === ALL ? undefined : next, q: typed })}
        />
        <SomeOf
          label="哪些指标"
          options={NATIONAL}
          values={isNational ? ['national'] : []}
          onChange={(chosen) => change({ national: chosen.length === 0 ? undefined : '1', q: typed })}
        />
      </search>
      <p role="status" className={css.count}>
        {count} 个指标
      </p>
      {count === 0 && <Empty text="没有这样的指标，换个词再找。" />}
      {tables.map(({ table: one, found }) => (
        <section key={one} aria-labelledby={`table-${one}`}>
          <h2 id={`table-${one}`} className={css.table}>
            {TABLE_WORDS[one]}
          </h2>
          {found.map((indicator) => (
            <OneDefinition key={indicator.id} indicator={indicator} period={asked.period} />
          ))}
        </section>
      ))}
    </>
  );
}

/** The indicator named behind `#` comes into view and takes the keyboard. */
function useAnchor(): void {
  useEffect(() => {
    const named = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    named?.scrollIntoView({ block: 'start' });
    named?.focus({ preventScroll: true });
  }, []);
}
