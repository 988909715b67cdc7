import { Button, Progress } from 'antd';
import { useState } from 'react';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { PrintButton } from '../parts/PrintButton.tsx';
import { useAsked } from '../parts/use-asked.ts';
import { CoverBar, USUAL } from './CoverBar.tsx';
import css from './coverage.module.css';
import { Results } from './Results.tsx';
import { SetsDrawer } from './SetsDrawer.tsx';
import { useCoverage } from './use-coverage.ts';

/** How many of those who need a station have one near that is open, hour by hour, and where the next ones would help most. */
export function CoveragePage() {
  const here = useAsked();
  const [isManaging, manage] = useState(false);
  const sets = useAnswer('demandSets');
  const { period, asOf, union, region, stations } = here.asked;
  const { set = USUAL.set, reach = USUAL.reach, open = USUAL.open } = here.beside;
  const cover = useCoverage({ period, asOf, union, region, stations, set, reach, open });
  return (
    <>
      <PageHead title="覆盖" note="需要歇脚的人，走得到的地方，那个钟点有没有开着门的站点。">
        <PrintButton />
      </PageHead>
      <CoverBar here={here} sets={sets.data?.items ?? []} onSets={() => manage(true)} />
      {sets.error && <Failed error={sets.error} retry={() => sets.refetch()} />}
      <Answer cover={cover} here={here} />
      {isManaging && (
        <SetsDrawer
          sets={sets.data?.items ?? []}
          close={() => manage(false)}
          onKept={(id) => here.change({ set: id })}
          onWithdrawn={(id) => id === set && here.change({ set: undefined })}
        />
      )}
    </>
  );
}

type AnswerProps = { cover: ReturnType<typeof useCoverage>; here: ReturnType<typeof useAsked> };

function Answer({ cover: { answer, share, isStopped, stop, again }, here }: AnswerProps) {
  if (isStopped) {
    return (
      <Empty text="停下了，没有算完。">
        <Button onClick={again}>再算</Button>
      </Empty>
    );
  }
  if (answer.error) return <Failed error={answer.error} retry={() => answer.refetch()} />;
  if (answer.data !== undefined) {
    return answer.data.head.set.points === 0 ? (
      <Empty
        text={`这份需求点在${answer.data.head.region?.name ?? answer.data.head.union.name}没有一个点。换一份，或者换个范围。`}
      />
    ) : (
      <Results found={answer.data} here={here} />
    );
  }
  if (share === null) return <Loading rows={10} />;
  return (
    <div className={css.under} role="status">
      <p>正在算：先看每个站点每周哪些钟点开，再看每个需求点够不够得着。</p>
      <Progress percent={Math.round(share * 100)} aria-label="算了多少" />
      <Button onClick={stop}>不算了</Button>
    </div>
  );
}
