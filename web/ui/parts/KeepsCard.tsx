import { keepsNothing, keptSentences } from '../words/keeps.ts';
import { Card } from './Card.tsx';
import { Icon } from './Icon.tsx';
import { useNotKept } from './Keeps.tsx';
import css from './keeps.module.css';

/** Explains on the page 离线 what the quiet line of the list says; nothing where all is kept. */
export function KeepsCard() {
  const what = useNotKept();
  if (what === null) return null;
  const { works, gone, way } = keptSentences(what);
  return (
    <Card padded>
      <h2 className={css.title}>{keepsNothing(what)}</h2>
      <ul className={css.list}>
        {works.map((one) => (
          <li key={one}>
            <Icon name="check" size="s" />
            <span>能：{one}</span>
          </li>
        ))}
        {gone.map((one) => (
          <li key={one}>
            <Icon name="minus" size="s" />
            <span>不能：{one}</span>
          </li>
        ))}
      </ul>
      <p className={css.list}>{way}</p>
    </Card>
  );
}
