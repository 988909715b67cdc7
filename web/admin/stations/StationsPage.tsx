import { Alert, Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'wouter';
import { dateText, dayOf, type Instant, parseIso } from '../../../shared/kernel/instant.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import type { ListColumn } from '../../../shared/wire/list-columns.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { dateWords, timeText } from '../../ui/words/time.ts';
import { BatchBar } from './batch/BatchBar.tsx';
import { type Chosen, useChosen } from './chosen.ts';
import { ExportDialog } from './export/ExportDialog.tsx';
import { FilterBar } from './FilterBar.tsx';
import { ListMap } from './ListMap.tsx';
import { askedOf, columnsOf, conditionsOf, type ListQuery, useListQuery } from './query.ts';
import { Rows } from './Rows.tsx';
import css from './stations.module.css';
import { ViewChips } from './ViewChips.tsx';

/** Half the width holds these. */
const BESIDE_MAP: readonly ListColumn[] = ['status', 'hours', 'doubts'];

type Exporting = { readonly stations: readonly string[] } | null;

/** The stations of the own branch: found, looked at, and worked on several at a time. */
export function StationsPage() {
  const list = useListQuery();
  const page = useAnswer('stationList', { query: askedOf(list.query) });
  const counts = useAnswer('stationCounts');
  const views = useAnswer('listViews');
  const chosen = useChosen();
  const [exporting, setExporting] = useState<Exporting>(null);
  const [looked, look] = useState<string | null>(null);
  const last = useRef<Reply<'stationList'> | null>(null);
  last.current = page.data ?? last.current;
  const shown = page.data ?? last.current;
  const hasMap = list.query.map !== undefined;
  const columns = columnsOf(list.query, views.data?.columns);
  const rows = {
    columns: hasMap ? columns.filter((column) => BESIDE_MAP.includes(column)) : columns,
    oldDays: counts.data?.oldDays ?? SETTING_DEFAULTS['hours-old-days'],
    chosen,
    looked: hasMap ? looked : null,
    look,
  };
  return (
    <>
      <Head counts={counts.data} onExport={() => setExporting({ stations: [] })} />
      <ViewChips list={list} counts={counts.data} views={views.data} columns={columns} />
      <FilterBar list={list} counts={counts.data} columns={columns} />
      {page.error && <Failed error={page.error} retry={() => page.refetch()} />}
      <div className={hasMap ? css.beside : undefined}>
        {(shown !== null || page.error === null) && (
          <section className={css.panel} aria-label="站点列表" aria-busy={page.isFetching}>
            <BatchBar chosen={chosen} onExport={(stations) => setExporting({ stations })} />
            {shown === null ? <Loading rows={9} /> : <Shown {...{ shown, list, rows }} />}
          </section>
        )}
        {hasMap && <ListMap query={list.query} looked={looked} look={look} />}
      </div>
      {exporting !== null && (
        <ExportDialog query={list.query} stations={exporting.stations} close={() => setExporting(null)} />
      )}
    </>
  );
}

function Head({ counts, onExport }: { counts: Reply<'stationCounts'> | undefined; onExport: () => void }) {
  const { functions } = useMe();
  const may = (...names: readonly (typeof functions)[number][]) => functions.some((name) => names.includes(name));
  return (
    <PageHead
      title="站点"
      note={counts && `本级及下级 ${numberText(counts.total)} 个，截至 ${momentText(counts.asOf)}`}
    >
      {may('officer', 'approver', 'analyst') && (
        <Button icon={<DeskIcon name="download" />} onClick={onExport}>
          导出
        </Button>
      )}
      {may('officer') && (
        <>
          <LinkButton href="/ledgers" icon="upload">
            导入台账
          </LinkButton>
          <LinkButton href="/stations/new" icon="plus" isFirst>
            登记站点
          </LinkButton>
        </>
      )}
    </PageHead>
  );
}

type LinkProps = { href: string; icon: 'upload' | 'plus'; isFirst?: boolean; children: ReactNode };

function LinkButton({ href, icon, isFirst = false, children }: LinkProps) {
  return (
    <Link href={href} className={`${css.link} ${isFirst ? css.first : ''}`}>
      <DeskIcon name={icon} />
      {children}
    </Link>
  );
}

type ShownProps = {
  shown: Reply<'stationList'>;
  list: ListQuery;
  rows: Omit<Parameters<typeof Rows>[0], 'items'> & { chosen: Chosen };
};

function Shown({ shown, list, rows }: ShownProps) {
  if (shown.total === 0) return <None list={list} />;
  const { first, items, total, next, previous } = shown;
  return (
    <>
      {items.length === 0 && <Alert type="info" title="这一页空了，站点已经变了。" banner />}
      <Rows {...rows} items={items} />
      <nav className={css.foot} aria-label="翻页">
        <p role="status">
          第 {numberText(first)}–{numberText(first + items.length - 1)} 个，共 {numberText(total)} 个
        </p>
        <Button disabled={previous === null} onClick={() => list.change({ before: previous ?? undefined })}>
          上一页
        </Button>
        <Button disabled={next === null} onClick={() => list.change({ after: next ?? undefined })}>
          下一页
        </Button>
      </nav>
    </>
  );
}

function None({ list }: { list: ListQuery }) {
  const isBare = Object.keys(conditionsOf(list.query)).length === 0;
  return (
    <Empty text={isBare ? '本级及下级还没有站点。登记一个，或者导入台账。' : '没有符合这些条件的站点。'}>
      {!isBare && <Button onClick={() => list.replace({})}>看全部站点</Button>}
    </Empty>
  );
}

/** `11月26日 14:20`. */
function momentText(asOf: string): string {
  const at: Instant | null = parseIso(asOf);
  return at === null ? asOf : `${dateWords(dateText(dayOf(at)), dayOf(at))} ${timeText(at)}`;
}
