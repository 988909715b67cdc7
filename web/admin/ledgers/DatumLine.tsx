import { Dropdown } from 'antd';
import { DATUM_WORDS } from '../../../shared/words/station.ts';
import { Tag } from '../../desk/parts/Tag.tsx';
import css from './ledgers.module.css';
import type { Edits } from './use-edits.ts';
import { DATUMS, datumText, type Ledger } from './words.ts';

/** How the coordinates were read, and the other ways to read them. */
export function DatumLine({ ledger, edits }: { ledger: Ledger; edits: Edits }) {
  const items = DATUMS.flatMap((datum) =>
    datum === ledger.datum.read ? [] : [{ key: datum, label: DATUM_WORDS[datum], onClick: () => edits.datum(datum) }],
  );
  return (
    <p className={css.datum}>
      <Tag tone="info">坐标</Tag> {datumText(ledger.datum)}
      {ledger.state === 'ready' && (
        <Dropdown menu={{ items }} trigger={['click']}>
          <button type="button" className={css.quietButton}>
            换一种读法
          </button>
        </Dropdown>
      )}
    </p>
  );
}
