import { Alert } from 'antd';
import { instant } from '../../../shared/kernel/instant.ts';
import { STATIONS_WORDS } from '../../../shared/wire/figures-words.ts';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { exactText } from '../../desk/parts/when.ts';
import { wholeDate } from '../../ui/words/time.ts';
import head from '../parts/head.module.css';
import type { AskedHere } from '../parts/use-asked.ts';
import { CopyLink } from './CopyLink.tsx';
import { CoverMap } from './CoverMap.tsx';
import css from './coverage.module.css';
import { NextTable } from './NextTable.tsx';
import type { Found } from './use-coverage.ts';
import { WeekTable } from './WeekTable.tsx';
import { hourWord, percentText, REACH_WORDS, reachRule, reachText } from './words.ts';

type Props = { found: Found; here: AskedHere };

export function Results({ found, here }: Props) {
  const hasUnknown = found.unknown.some((weight) => weight > 0);
  return (
    <>
      <Head found={found} here={here} />
      <Summary found={found} />
      <section aria-labelledby="by-hour">
        <h2 id="by-hour" className={css.title}>
          每个钟点有多少需求够得着开着的站点
        </h2>
        <WeekTable
          caption="覆盖的需求，按星期和钟点，%。底色越深越接近这一周最好的钟点"
          hours={found.covered}
          weight={found.weight}
          tone="covered"
        />
        {hasUnknown && (
          <>
            <p className={css.note}>
              下面是没算进去的：附近有站点，但没人知道那时开不开。问清这些站点的开放时间，上面的数最多能多出这些。
            </p>
            <WeekTable
              caption="附近的站点时间不详，按星期和钟点，%"
              hours={found.unknown}
              weight={found.weight}
              tone="unknown"
            />
          </>
        )}
      </section>
      <section aria-labelledby="next">
        <h2 id="next" className={css.title}>
          再建在哪里
        </h2>
        <div className={css.beside}>
          <CoverMap found={found} />
          <div className={css.narrow}>
            <NextTable found={found} />
          </div>
        </div>
      </section>
      <Rules found={found} />
    </>
  );
}

function Head({ found: { head: of }, here }: Props) {
  const scope = of.region === null ? of.union.name : `${of.union.name} · ${of.region.name}`;
  const facts: readonly (readonly [string, string])[] = [
    ['统计期', `${of.periodWords}末`],
    ['范围', scope],
    ['截至', `${exactText(instant(of.asOf.at))} · 第 ${of.asOf.seq} 条记录`],
    ['需求点', `${of.set.title}，${numberText(of.set.points, 0)} 个点，权重共 ${numberText(of.set.weight, 0)}`],
    ['站点', `${STATIONS_WORDS[of.stations]}，${of.within} ${numberText(of.stationCount, 0)} 个`],
    ['口径', `第 ${of.version} 版`],
    ['校验', of.hash.slice(0, 12)],
  ];
  return (
    <section className={head.head} aria-label="这些数是怎么来的">
      <dl className={head.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <CopyLink here={here} seq={of.asOf.seq} />
      {(of.set.synthetic || of.stations === 'synthetic') && (
        <Alert
          className={head.left ?? ''}
          type="warning"
          showIcon
          title={
            <>
              <DemoTag /> {syntheticText(of)}，不能当真实情况上报。
            </>
          }
        />
      )}
    </section>
  );
}

function syntheticText({ set, stations }: Found['head']): string {
  if (!set.synthetic) return '这里的站点是编出来的';
  return stations === 'synthetic' ? '这里的需求点和站点都是编出来的' : '这份需求点有一部分是编出来的';
}

/** The first answer in a sentence, then the figures of the table `hours`. */
function Summary({ found: { covered, weight, near, people, head: of } }: { found: Found }) {
  const order = covered.map((_, hour) => hour).sort((a, b) => (covered[b] ?? 0) - (covered[a] ?? 0) || a - b);
  const [best = 0, worst = 0] = [order[0], order[order.length - 1]];
  const isSteady = covered[best] === covered[worst];
  return (
    <section className={css.summary} aria-label="一句话">
      <p className={css.lead}>
        一周平均，{percentText(people.peopleHours, people.allPeopleHours)} 的需求在
        {REACH_WORDS[of.reach]}
        内有开着门的站点
        {isSteady
          ? '，每个钟点都一样。'
          : `；最好是${hourWord(best)}，${percentText(covered[best] ?? 0, weight)}，最差是${hourWord(worst)}，${percentText(covered[worst] ?? 0, weight)}。`}
      </p>
      <dl className={css.facts}>
        <div>
          <dt>附近有站点（不论开不开）</dt>
          <dd>{percentText(near, weight)}</dd>
        </div>
        <div>
          <dt>{reachText(of)}内有需求点的站点</dt>
          <dd>{numberText(people.stations, 0)} 个</dd>
        </div>
        <div>
          <dt>每周覆盖的人时</dt>
          <dd>
            {numberText(people.peopleHours, 0)}，共 {numberText(people.allPeopleHours, 0)}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Rules({ found: { head: of } }: { found: Found }) {
  return (
    <section aria-labelledby="rules" className={css.rules}>
      <h2 id="rules" className={css.title}>
        怎么算的
      </h2>
      <ul>
        <li>够得着：{reachRule(of.reach, of.metres)}，按 GCJ-02 坐标量。</li>
        <li>
          开着门：按 {wholeDate(of.monday)}起的一周看，每个钟点看它的半点（9 点看
          9:30）。这是统计期里最后一个没有放假和调休的整周；一个也没有就用最后一个整周。时间不详的不算开，另外列出。
        </li>
        <li>
          站点：{of.within}统计期末在册、没有暂停的，不分归哪个工会；流动站点不算，停靠时间另有安排。
          {of.within === '全国' ? '' : '外省的站点不算。'}
        </li>
        <li>人时：每个需求点的权重乘它每周够得着开着门的站点的钟点数，加起来。权重是人数时就是人时。</li>
        <li>附近有需求点的站点：{reachText(of)}内至少有一个需求点的站点数。</li>
      </ul>
    </section>
  );
}
