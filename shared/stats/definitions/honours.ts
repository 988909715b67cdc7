import type { EntryBody } from '../../station/entry.ts';
import { HONOUR_LEVELS } from '../../station/station.ts';
import type { Counting, SumFold } from '../fold.ts';
import { ofYear } from './entry-sums.ts';
import { define, share } from './make.ts';

type Honour = EntryBody['honour'];

const LEVELS: { readonly [L in Honour['level']]: string } = { national: '全国', province: '全省', city: '全市' };
const BY_YEAR = '最美站点按年评：统计期是月或季度时，是当年到期末记下的。';

function count(level: Honour['level'], results: readonly Honour['result'][]): SumFold {
  return ofYear('honour', (body) => (body.level === level && results.includes(body.result) ? body.count : 0));
}

function tableOf(level: Honour['level']): readonly Counting[] {
  const name = `${LEVELS[level]}最美站点`;
  return [
    define({
      id: `honours.${level}-quota`,
      name: `${name}：名额`,
      counts: `工会记下的${name}名额。名额是给工会的，按工会看才有；${BY_YEAR}`,
      fold: count(level, ['quota']),
    }),
    define({
      id: `honours.${level}-nominated`,
      name: `${name}：推树`,
      counts: `推树了${name}的站点，通过和没通过的也在内。${BY_YEAR}`,
      fold: count(level, ['nominated', 'passed', 'failed']),
    }),
    define({
      id: `honours.${level}-passed`,
      name: `${name}：通过`,
      counts: `${name}推树通过的站点。${BY_YEAR}`,
      fold: count(level, ['passed']),
    }),
    share({
      id: `honours.${level}-passed-share`,
      name: `${name}：通过率`,
      counts: `${name}通过的除以推树的。`,
      over: `honours.${level}-passed`,
      under: `honours.${level}-nominated`,
    }),
    define({
      id: `honours.${level}-held`,
      name: `${name}：期末称号`,
      counts: `期末站点里，站点资料的荣誉里有${name}的，不论哪一年评上。`,
      fold: { of: 'closing', value: ({ honours }) => Number(honours.includes(level)) },
      national: true,
    }),
  ];
}

export const HONOURS: readonly Counting[] = HONOUR_LEVELS.flatMap(tableOf);
