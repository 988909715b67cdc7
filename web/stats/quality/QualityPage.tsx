import { Alert, Button } from 'antd';
import { Link } from 'wouter';
import { STATIONS_WORDS } from '../../../shared/wire/figures-words.ts';
import { OneOf } from '../../desk/parts/Chips.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { Kinds } from './Kinds.tsx';
import { PairList } from './PairList.tsx';
import css from './quality.module.css';
import { type BoardProps, scopeOf, useQuality } from './use-quality.ts';
import { WorkList } from './WorkList.tsx';
import { WorstUnions } from './WorstUnions.tsx';

const SORTS = [
  { value: 'real', word: STATIONS_WORDS.real },
  { value: 'synthetic', word: STATIONS_WORDS.synthetic },
] as const;

/** 数据质量: what in the register is doubtful now, as counts and as lists of work. */
export function QualityPage() {
  const here = useQuality();
  const { asked, change } = here;
  const me = useMe();
  const { data, error, refetch } = useAnswer('quality', { query: scopeOf(asked) });
  return (
    <>
      <PageHead title="数据质量" note={`${data?.union.name ?? me.union.name}在册站点里要再看看的，都是现在的数`}>
        <PrintButton />
        <Button onClick={() => refetch()} icon={<DeskIcon name="refresh" />}>
          刷新
        </Button>
      </PageHead>
      <div className={css.bar}>
        <OneOf
          label="数哪些站点"
          options={SORTS}
          value={asked.stations}
          onChange={(stations) => change({ stations: stations === 'real' ? undefined : stations })}
        />
        {data !== undefined && <Path board={data} here={here} />}
      </div>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && <Shown board={data} here={here} />}
    </>
  );
}

function Path({ board: { path }, here }: BoardProps) {
  if (path.length < 2) return null;
  return (
    <nav aria-label="看的是哪个工会" className={css.path}>
      {path.map(({ id, name }, at) =>
        at === path.length - 1 ? (
          <span key={id} aria-current="page">
            {name}
          </span>
        ) : (
          <Link key={id} href={here.href({ union: id })} className={css.link ?? ''}>
            {name}
          </Link>
        ),
      )}
    </nav>
  );
}

function Shown({ board, here }: BoardProps) {
  const { total, leftOut, stations } = board;
  const other = stations === 'real' ? 'synthetic' : 'real';
  return (
    <div className={css.page}>
      {stations === 'synthetic' && (
        <Alert
          type="warning"
          showIcon
          title={
            <>
              <DemoTag /> 这里数的都是编出来的示例站点。
            </>
          }
        />
      )}
      {total === 0 ? (
        <Empty text={`这里没有在册的${STATIONS_WORDS[stations]}。`}>
          {leftOut > 0 && (
            <Button onClick={() => here.change({ stations: other === 'real' ? undefined : other })}>
              看{STATIONS_WORDS[other]}的 {numberText(leftOut, 0)} 个
            </Button>
          )}
        </Empty>
      ) : (
        <Lists board={board} here={here} />
      )}
    </div>
  );
}

function Lists({ board, here }: BoardProps) {
  const { kind } = here.asked;
  return (
    <>
      <Kinds board={board} here={here} />
      {kind === 'near' && <PairList here={here} />}
      {kind !== null && kind !== 'near' && <WorkList kind={kind} here={here} />}
      {board.below.length > 0 && <WorstUnions board={board} here={here} />}
    </>
  );
}
