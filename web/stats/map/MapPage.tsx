import { Alert, Button } from 'antd';
import { Link, useLocation } from 'wouter';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import { stationsHref } from '../parts/cells.ts';
import { FigureHead } from '../parts/FigureHead.tsx';
import { FigureTable, type Line } from '../parts/FigureTable.tsx';
import { IndicatorPick } from '../parts/IndicatorPick.tsx';
import { indicatorNamed } from '../parts/indicator.ts';
import { PrintButton } from '../parts/PrintButton.tsx';
import { QuestionBar } from '../parts/QuestionBar.tsx';
import { addressOf } from '../parts/question.ts';
import { type AskedHere, useAsked } from '../parts/use-asked.ts';
import { Choropleth } from './Choropleth.tsx';
import { classesOf, standingOf } from './classes.ts';
import { useCountry } from './country.ts';
import { Legend } from './Legend.tsx';
import css from './map.module.css';

const PATH = '/figures/map';
const USUAL = 'stock.closing';

/** One indicator over the divisions right below the one looked at, on a map and in a table. */
export function MapPage() {
  const here = useAsked();
  const chosen = here.beside.indicator ?? USUAL;
  const known = indicatorNamed(chosen);
  return (
    <>
      <PageHead title="分布图" note="一个指标在各地的数；点图上的一块往下看，表里也能走到。">
        <PrintButton />
      </PageHead>
      <QuestionBar here={here}>
        <IndicatorPick value={chosen} onChange={(id) => here.change({ indicator: id })} />
      </QuestionBar>
      {known === null ? (
        <Alert type="error" showIcon title={`没有 ${chosen} 这个指标，上面另选一个。`} />
      ) : (
        <Shown here={here} chosen={{ id: chosen, table: known.table }} />
      )}
    </>
  );
}

type Chosen = { readonly id: string; readonly table: string };

function Shown({ here, chosen }: { here: AskedHere; chosen: Chosen }) {
  const answer = useAnswer('figures', { query: { ...here.asked, by: 'region', tables: chosen.table } });
  if (answer.error) return <Failed error={answer.error} retry={() => answer.refetch()} />;
  if (answer.data === undefined) return <Loading rows={10} />;
  return <Found here={here} chosen={chosen} answer={answer.data} />;
}

type Found = { here: AskedHere; chosen: Chosen; answer: Reply<'figures'> };

function Found({ here, chosen, answer: { head, tables } }: Found) {
  const [, go] = useLocation();
  const [table] = tables;
  const at = table?.columns.findIndex(({ id }) => id === chosen.id) ?? -1;
  const column = table?.columns[at];
  if (table === undefined || column === undefined) return <Empty text="这张表里没有这个指标，上面另选一个。" />;
  const rows = table.rows.map((row) => ({ ...row, figure: row.values[at] ?? null }));
  const stationsAt = (row: string | null) => stationsHref(here.asked, head, { indicator: chosen.id, row });
  const deeper = (below: string) => addressOf(PATH, here.asked, here.beside, { region: below, after: undefined });
  const lines: readonly Line[] = rows.map(({ key, name, below, figure }) => ({
    key,
    words: name,
    name:
      below === null ? (
        name
      ) : (
        <Link href={deeper(below)} className={css.link ?? ''}>
          {name}
        </Link>
      ),
    values: [figure],
  }));
  const pick = (code: string) => {
    const row = rows.find(({ key }) => key === code);
    if (row) go(row.below === null ? stationsAt(code) : deeper(row.below));
  };
  const place = head.region?.name ?? head.union.name;
  const parts = rows.map(({ key, name, figure }) => ({ code: key, name, figure }));
  return (
    <>
      <FigureHead head={head} here={here} path={PATH} />
      {rows.length === 0 ? (
        <Nothing here={here} place={place} figure={table.total[at] ?? null} href={stationsAt(null)} />
      ) : (
        <div className={css.beside}>
          <Picture column={column} parts={parts} place={place} onPick={pick} />
          <div className={css.table}>
            <Above here={here} />
            <FigureTable
              caption={`${place}：${column.name}`}
              rowsAre="行政区划"
              columns={[column]}
              lines={lines}
              total={[table.total[at] ?? null]}
              hrefOf={({ row }) => stationsAt(row)}
            />
          </div>
        </div>
      )}
    </>
  );
}

type PictureProps = {
  column: Reply<'figures'>['tables'][number]['columns'][number];
  parts: Parameters<typeof Choropleth>[0]['parts'];
  place: string;
  onPick: (code: string) => void;
};

function Picture({ column, parts, place, onPick }: PictureProps) {
  const country = useCountry();
  const figures = parts.map(({ figure }) => figure);
  const classes = classesOf(figures, column);
  const standings = figures.map((figure) => standingOf(figure, classes));
  const words = `${place}的${column.name}，按下一级行政区划分 ${classes.length} 档；旁边的表有每一个数。`;
  return (
    <section className={css.left} aria-label="地图">
      {country.error && (
        <Alert
          type="warning"
          showIcon
          title="地图的轮廓没取到，表里的数都在。"
          action={<Button onClick={() => country.refetch()}>再取一次</Button>}
        />
      )}
      {country.data === undefined && !country.error && <Loading rows={8} />}
      {country.data !== undefined && (
        <Choropleth
          country={country.data}
          parts={parts}
          classes={classes}
          unit={column.unit}
          digits={column.digits}
          about={words}
          onPick={onPick}
        />
      )}
      {standings.every((one) => one === 'zero') && (
        <p className={css.empty}>
          {parts.length === 1
            ? `${place}这一期的${column.name}是 0，没有可看的站点。`
            : `${place}各处这一期的${column.name}都是 0。`}
        </p>
      )}
      <Legend classes={classes} standings={standings} unit={column.unit} />
      <p className={css.note}>轮廓只作示意，不是法定界线。颜色按数的大小分档，每档的处数相近。</p>
    </section>
  );
}

/** A county has nothing below it but its stations. */
function Nothing({ here, place, figure, href }: { here: AskedHere; place: string; figure: unknown; href: string }) {
  return (
    <>
      <Above here={here} />
      <Empty
        text={
          figure === 0 || figure === null
            ? `${place}没有下一级行政区划，这一期这个指标也没有数。`
            : `${place}没有下一级行政区划，往下就是一个个站点。`
        }
      >
        {figure !== 0 && figure !== null && (
          <Link href={href} className={css.link ?? ''}>
            看是哪些站点
          </Link>
        )}
      </Empty>
    </>
  );
}

/** One level up, never above the union's own. */
function Above({ here: { asked, beside } }: { here: AskedHere }) {
  const { union } = useMe();
  const { region } = asked;
  const top = asked.union ?? union.region ?? '000000';
  if (region === undefined || region === top) return null;
  const up = divisionAbove(region);
  const above = up === top || top.endsWith('00') === false ? undefined : up;
  return (
    <p className={css.above}>
      <Link className={css.link ?? ''} href={addressOf(PATH, asked, beside, { region: above })}>
        回上一级
      </Link>
    </p>
  );
}

/** What is right below a province, a municipality's counties among it, has the province above it. */
function divisionAbove(region: string): string | undefined {
  if (region.endsWith('0000')) return undefined;
  const isBelowProvince = region.endsWith('00') || region.slice(2, 4) === '90' || /^(11|12|31|50)/.test(region);
  return isBelowProvince ? `${region.slice(0, 2)}0000` : `${region.slice(0, 4)}00`;
}
