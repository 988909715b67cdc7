import { TextButton, ToolButton } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { usePorts } from '../../ui/use-ports.tsx';
import css from './search.module.css';
import type { RecentSearches } from './use-recent.ts';

type Props = { recent: RecentSearches; onType: (text: string) => void };

/** Before anything is typed: what was looked for before, and what can be. */
export function Before({ recent, onType }: Props) {
  return (
    <>
      {recent.list.length > 0 && <RecentList recent={recent} onType={onType} />}
      <Help />
    </>
  );
}

function RecentList({ recent, onType }: Props) {
  return (
    <section className={css.recent} aria-label="最近搜过的">
      <div className={css.recentHead}>
        <h2 className={css.recentTitle}>最近搜过</h2>
        <TextButton onClick={recent.clear}>全部清掉</TextButton>
      </div>
      <ul className={css.rows}>
        {recent.list.map((text) => (
          <li key={text} className={css.again}>
            <button type="button" onClick={() => onType(text)}>
              <Icon name="history" />
              <span>{text}</span>
            </button>
            <ToolButton aria-label={`清掉“${text}”`} onClick={() => recent.drop(text)}>
              <Icon name="close" />
            </ToolButton>
          </li>
        ))}
      </ul>
      <p className={css.small}>只记在这部手机里，最多 10 个。</p>
    </section>
  );
}

function Help() {
  const { scan } = usePorts();
  return (
    <section className={css.help}>
      <h2>这样也能搜</h2>
      <p>
        汉字“德化”、拼音 dehua、首字母 dhj、站牌上的 15 位编码（空格不用管，念出来也行）、别人发来的地图链接或坐标
        {scan === null && '。这个浏览器不能扫码，把编码打进来就行'}
      </p>
      <h2>没有网也能搜</h2>
      <p>搜的是手机里存好的驿站，搜什么都不会发出去。</p>
    </section>
  );
}
