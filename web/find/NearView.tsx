import { useState } from 'react';
import { Live } from '../ui/parts/Live.tsx';
import { Unseen } from '../ui/parts/Shell.tsx';
import { StripsArea } from '../ui/parts/StripsArea.tsx';
import { useSync } from '../ui/use-ports.tsx';
import { Answer } from './Answer.tsx';
import { Chips } from './Chips.tsx';
import { Foot } from './Foot.tsx';
import { writeFilters } from './filters.ts';
import css from './find.module.css';
import { Groups, JudgedRows, type Told } from './Groups.tsx';
import { placeWords } from './place-words.ts';
import type { FindProps } from './props.ts';
import { Strips } from './Strips.tsx';
import { TopBar } from './TopBar.tsx';

/** The list screen of a phone. */
export function NearView(props: FindProps) {
  const { placed, near, filters, doing } = props;
  const [shutShown, showShut] = useState(false);
  const told: Told = { accuracy: near.accuracy, telling: near.telling, want: filters.want };
  const { list } = near;
  const isRead = useSync().table !== null;
  return (
    <main className={css.column}>
      <div>
        <Unseen as="h1">附近的驿站</Unseen>
        <Live text={near.announce} />
        <TopBar place={placeWords(placed, near)} onPlace={doing.pick} />
        <StripsArea key={writeFilters(filters)} isReady={isRead}>
          <Strips {...props} />
        </StripsArea>
        {isRead && (list !== null || placed.trouble === null) && <Chips filters={filters} onChange={doing.change} />}
        <Answer {...props} told={told} onShowShut={() => showShut(true)} />
      </div>
      {list !== null && (
        <div>
          {list.beyond.length > 0 && <JudgedRows all={list.beyond} told={told} />}
          <Groups list={list} told={told} showShut={shutShown || !filters.open} />
          <Foot />
        </div>
      )}
    </main>
  );
}
