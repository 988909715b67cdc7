import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { LIKELIHOODS } from '../../../shared/stats/quality-pair.ts';
import { OneOf } from '../../desk/parts/Chips.tsx';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import { StatusWord } from '../../desk/parts/StatusWord.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { addressOf } from '../parts/question.ts';
import { NotSame } from './NotSame.tsx';
import css from './quality.module.css';
import { type QualityHere, scopeOf } from './use-quality.ts';
import { Pager } from './WorkList.tsx';
import { BECAUSE_WORDS, LIKELIHOOD_TONE, LIKELIHOOD_WORDS, type Pair, type Pairs } from './words.ts';

/** Stations standing within 50 metres of each other, those that look most like one first: merge them, or say that they are two. */
export function PairList({ here }: { here: QualityHere }) {
  const { after, likelihood } = here.asked;
  const { data, error, refetch } = useAnswer('qualityPairs', {
    query: { ...scopeOf(here.asked), ...(likelihood && { likelihood }), ...(after !== undefined && { after }) },
  });
  const [asked, setAsked] = useState<Pair | null>(null);
  return (
    <section aria-labelledby="pairs-title">
      <h2 id="pairs-title" className={css.title}>
        50 米内成对的{data !== undefined && ` ${numberText(data.count)} 对`}
      </h2>
      {data !== undefined && <Likelihoods pairs={data} here={here} />}
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.pairs.length === 0 && <Empty text="没有等人看的了。" />}
      <ul className={css.pairs}>
        {data?.pairs.map((pair) => (
          <PairCard key={`${pair.first.code} ${pair.second.code}`} pair={pair} ask={() => setAsked(pair)} />
        ))}
      </ul>
      {data !== undefined && <Pager next={data.next} here={here} />}
      {asked !== null && <NotSame pair={asked} close={() => setAsked(null)} />}
    </section>
  );
}

function Likelihoods({ pairs: { likelihoods }, here }: { pairs: Pairs; here: QualityHere }) {
  const all = LIKELIHOODS.reduce((sum, one) => sum + (likelihoods[one] ?? 0), 0);
  const options = [
    { value: 'all', word: `全部 ${numberText(all)}` },
    ...LIKELIHOODS.map((one) => ({
      value: one,
      word: `${LIKELIHOOD_WORDS[one]} ${numberText(likelihoods[one] ?? 0)}`,
    })),
  ];
  return (
    <div className={css.pick}>
      <OneOf
        label="像不像同一个"
        options={options}
        value={here.asked.likelihood ?? 'all'}
        onChange={(next) => here.change({ likelihood: next === 'all' ? undefined : next })}
      />
    </div>
  );
}

function PairCard({ pair, ask }: { pair: Pair; ask: () => void }) {
  const { first, second, metres, score, likelihood, because, mayAnswer } = pair;
  const reasons = because.filter((one) => one !== 'near').map((one) => BECAUSE_WORDS[one]);
  return (
    <li className={css.pair}>
      <p className={css.pairHead}>
        <Tag tone={LIKELIHOOD_TONE[likelihood]}>{LIKELIHOOD_WORDS[likelihood]}是同一个</Tag>
        <span>
          相距 {metres} 米，相像 {score} 分{reasons.length > 0 && `：${reasons.join('、')}`}
        </span>
      </p>
      <div className={css.twins}>
        <TwinCard one={first} other={second} mayMerge={mayAnswer} />
        <TwinCard one={second} other={first} mayMerge={mayAnswer} />
      </div>
      {mayAnswer ? (
        <Button onClick={ask} aria-label={`${first.name}和${second.name}不是同一个`}>
          不是同一个
        </Button>
      ) : (
        <p className={css.quiet}>两个站点不都归你的工会管，由上一级工会答复。</p>
      )}
    </li>
  );
}

type TwinProps = { one: Pair['first']; other: Pair['first']; mayMerge: boolean };

/** One of the two; its merge step opens at its desk with the other one filled in. */
function TwinCard({ one, other, mayMerge }: TwinProps) {
  const reason = `和${other.name}是同一个站点`;
  return (
    <div className={css.twin}>
      <p>
        {one.id === null ? (
          one.name
        ) : (
          <Link href={`/stations/${one.id}`} className={css.link ?? ''}>
            {one.name}
          </Link>
        )}{' '}
        {one.synthetic && <DemoTag />}
      </p>
      <p className={css.quiet}>
        <CodeText code={one.code} /> <StatusWord status={one.status} />
      </p>
      <p className={css.quiet}>{one.address}</p>
      <p className={css.quiet}>{[one.hostName, one.unionName].filter((said) => said !== null).join(' · ')}</p>
      {mayMerge && one.id !== null && other.code !== null && (
        <Link
          href={addressOf(`/stations/${one.id}`, { step: 'merge', successor: other.code, reason })}
          className={css.link ?? ''}
          aria-label={`把${one.name}并入${other.name}`}
        >
          并入另一个
        </Link>
      )}
    </div>
  );
}
