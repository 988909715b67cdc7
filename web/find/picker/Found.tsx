import type { Region } from '../../../shared/station/region.ts';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Unseen } from '../../ui/parts/Shell.tsx';
import fieldCss from '../field.module.css';
import { Marked } from '../search/Marked.tsx';
import { useListbox } from '../use-listbox.ts';
import css from './picker.module.css';
import { findRegions, pathAbove } from './regions.ts';

type Props = {
  all: readonly Region[];
  typed: string;
  onType: (text: string) => void;
  onPick: (region: Region) => void;
};

const MOST = 30;

/** The field and what answers it. */
export function Found({ all, typed, onType, onPick }: Props) {
  const found = typed.trim() === '' ? [] : findRegions(all, typed, MOST);
  const choose = (at: number) => {
    const hit = found[at];
    if (hit !== undefined) onPick(hit.region);
  };
  const { listId, optionId, active, field } = useListbox({ typed, count: found.length, choose });
  return (
    <>
      <label className={fieldCss.field}>
        <Icon name="search" />
        <input
          type="search"
          value={typed}
          onChange={(event) => onType(event.target.value)}
          placeholder="区县名字或拼音"
          aria-label="区县名字或拼音"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...field}
        />
      </label>
      <p role="status">
        {typed.trim() !== '' && found.length > 0 && <Unseen>找到 {found.length} 个地方</Unseen>}
        {typed.trim() !== '' && found.length === 0 && <span className={css.say}>没有叫“{typed.trim()}”的地方。</span>}
      </p>
      <div role="listbox" id={listId} aria-label="找到的地方" className={`${css.grid} ${css.found}`}>
        {found.map(({ region, marks }, at) => (
          <button
            key={region.code}
            type="button"
            role="option"
            id={optionId(at)}
            aria-selected={active === at}
            className={`${css.item} ${active === at ? css.active : ''}`}
            onClick={() => onPick(region)}
          >
            <span>
              <Marked name={region.name} marks={marks} />
              <small>{pathAbove(all, region)}</small>
            </span>
          </button>
        ))}
      </div>
    </>
  );
}
