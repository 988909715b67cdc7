import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import css from './ledgers.module.css';
import { KIND_COUNTS, KIND_ORDER, type Kind, type Ledger } from './words.ts';

type Props = { ledger: Ledger; kind: string; choose: (kind: Kind | 'all') => void };

const ICONS = { flagged: 'warning', refused: 'close' } as const;

/** Five counts that are filters at once; pressed again one shows all rows. */
export function Counts({ ledger: { counts }, kind, choose }: Props) {
  return (
    <fieldset className={css.counts}>
      <legend className={css.unseen}>按结果筛选</legend>
      {KIND_ORDER.map((each) => {
        const count = counts?.[each] ?? 0;
        const icon = each === 'flagged' || each === 'refused' ? ICONS[each] : null;
        const tone = count > 0 && icon !== null ? css[each] : '';
        return (
          <button
            key={each}
            type="button"
            className={`${css.count} ${tone}`}
            aria-pressed={kind === each}
            onClick={() => choose(kind === each ? 'all' : each)}
          >
            <strong>{count}</strong>
            {icon && <DeskIcon name={icon} />}
            {KIND_COUNTS[each]}
          </button>
        );
      })}
    </fieldset>
  );
}
