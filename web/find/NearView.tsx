import { useState } from 'react';
import { TextButton } from '../ui/parts/Button.tsx';
import { Strip } from '../ui/parts/Card.tsx';
import { CopyStrip, UpdateStrip } from '../ui/parts/CopyStrips.tsx';
import { Unseen } from '../ui/parts/Shell.tsx';
import { usePorts, useSource } from '../ui/use-ports.tsx';
import { TROUBLE_WORDS } from '../ui/words/find.ts';
import { Answer } from './Answer.tsx';
import { Chips } from './Chips.tsx';
import { Foot } from './Foot.tsx';
import css from './find.module.css';
import { Groups, JudgedRows, type Told } from './Groups.tsx';
import { placeWords } from './place-words.ts';
import type { FindProps } from './props.ts';
import { TopBar } from './TopBar.tsx';

/** The list screen; a desk puts the answer left and the rest beside it. */
export function NearView(props: FindProps) {
  const { placed, near, filters, doing } = props;
  const [shutShown, showShut] = useState(false);
  const told: Told = { accuracy: near.accuracy, telling: near.telling, want: filters.want };
  const { list } = near;
  return (
    <main className={css.desk}>
      <div className={css.head}>
        <Unseen as="h1">附近的驿站</Unseen>
        <TopBar place={placeWords(placed, near)} onPlace={doing.pick} />
        <UpdateStrip />
        {list !== null && <CopyStrip age={near.age} />}
        {list !== null && <PlaceStrip {...props} />}
        {placed.hasPending && (
          <Strip tone="info" icon="locate" action={<TextButton onClick={placed.acceptPending}>重新排</TextButton>}>
            位置更新了
          </Strip>
        )}
        {list !== null && <Chips filters={filters} onChange={doing.change} />}
        <Answer {...props} told={told} onShowShut={() => showShut(true)} />
      </div>
      {list !== null && (
        <div className={css.rest}>
          {list.beyond.length > 0 && <JudgedRows all={list.beyond} told={told} />}
          <Groups list={list} told={told} showShut={shutShown || !filters.open} />
          <Foot />
        </div>
      )}
    </main>
  );
}

/** No fresh fix: the list stands on the last place, and says so. */
function PlaceStrip({ placed, doing, filters }: FindProps) {
  const { locate } = usePorts();
  const asking = useSource(locate).kind === 'asking';
  if (filters.at !== null || placed.trouble === null || asking) return null;
  const why = placed.trouble.kind === 'rough' ? '手机说不准你在哪儿' : TROUBLE_WORDS[placed.trouble.kind];
  return (
    <Strip tone="info" icon="locate" action={<TextButton onClick={doing.relocate}>再定位</TextButton>}>
      {why}，先按上次的位置排。
    </Strip>
  );
}
