import { Card } from '../../ui/parts/Card.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { InWechat } from '../../ui/parts/InWechat.tsx';
import { useNotKept } from '../../ui/parts/Keeps.tsx';
import { usePorts } from '../../ui/use-ports.tsx';
import { keptSentences } from '../../ui/words/keeps.ts';
import css from './offline.module.css';

/** Where the browser keeps less than all: what works, what will be gone, and the way out. Nothing where it keeps all. */
export function NotKeptCard() {
  const { device } = usePorts();
  const what = useNotKept();
  if (what === null && !device.isWechat) return null;
  const kept = what === null ? null : keptSentences(what);
  return (
    <Card padded>
      <h2 className={css.head}>这里有些存不住</h2>
      {kept !== null && (
        <>
          <ul className={css.works}>
            {kept.works.map((each) => (
              <li key={each}>
                <Icon name="check" size="s" />
                能：{each}
              </li>
            ))}
            {kept.gone.map((each) => (
              <li key={each} className={css.not}>
                <Icon name="minus" size="s" />
                不能：{each}
              </li>
            ))}
          </ul>
          <p className={css.say}>{kept.way}</p>
        </>
      )}
      {device.isWechat && <InWechat why="微信里关掉就没了，没有网时也打不开。" />}
    </Card>
  );
}
