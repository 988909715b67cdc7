import { useState } from 'react';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Offer } from '../../sync/state.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Card } from '../../ui/parts/Card.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { usePorts, usePrefs, useSource } from '../../ui/use-ports.tsx';
import { CORE_WISHES, offerText } from '../../ui/words/stock.ts';
import { CityRow } from './CityRow.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import css from './offline.module.css';

const NAME = '全国概要';

/** The nation without names: places and hours, for whoever leaves the cities that are stored. */
export function Core({ offer, now }: { offer: Offer | null; now: Instant }) {
  const { stock, prefs } = usePorts();
  const { core, downloads } = useSource(stock);
  const [isAsking, ask] = useState(false);
  const download = downloads.find(({ region }) => region === 'CN') ?? null;
  const isHere = core !== null || download !== null;
  const remove = () => (core === null ? void stock.remove('CN') : ask(true));
  return (
    <Card padded>
      <h2 className={css.head}>出了城也能找</h2>
      <p className={css.say}>{NAME}：全国每个驿站的位置、设施和开门时间，没有名字和地址。</p>
      {isHere && (
        <ul className={css.cities}>
          <CityRow region="CN" name={NAME} city={core} download={download} now={now} onDelete={remove} />
        </ul>
      )}
      {!isHere && (
        <Button wide onClick={() => stock.add('CN')}>
          <Icon name="download" />存{NAME}
          {offer !== null && `（${offerText(offer)}）`}
        </Button>
      )}
      <Wishes />
      {isAsking && (
        <DeleteDialog region="CN" name={NAME} onClose={() => ask(false)} onDeleted={() => prefs.set({ core: 'off' })} />
      )}
    </Card>
  );
}

function Wishes() {
  const { prefs, stock } = usePorts();
  const { core } = usePrefs();
  const { isFreeLine } = useSource(stock);
  const choose = (wish: typeof core): void => {
    prefs.set({ core: wish });
    if (wish === 'on' || (wish === 'ask' && isFreeLine)) stock.add('CN');
  };
  return (
    <fieldset className={css.wishes}>
      <legend>自动存和更新</legend>
      {CORE_WISHES.map(({ wish, word }) => (
        <label key={wish}>
          <input type="radio" name="core" checked={core === wish} onChange={() => choose(wish)} />
          {word}
        </label>
      ))}
    </fieldset>
  );
}
