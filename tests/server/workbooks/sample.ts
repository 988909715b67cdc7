import type { FiguresContent } from '../../../server/feature/workbooks/content.ts';
import type { DateText } from '../../../shared/kernel/instant.ts';
import type { Indicator, IndicatorId, TableId } from '../../../shared/stats/definition.ts';

function indicator(id: string, name: string, over: Partial<Indicator> = {}): Indicator {
  return {
    id: id as IndicatorId,
    table: (id.split('.')[0] ?? '') as TableId,
    name,
    unit: '个',
    digits: 0,
    ofPeople: false,
    adds: true,
    national: false,
    versions: [{ version: 1, from: '2016-01-01' as DateText, to: null, counts: `${name}怎么数`, leavesOut: '' }],
    ...over,
  };
}

const DEFINITIONS = [
  indicator('stock.opening', '期初站点'),
  indicator('stock.closing', '期末站点'),
  indicator('visits.reported', '报送的到访', { unit: '人次', ofPeople: true }),
  indicator('visits.mean', '平均每站每天', { unit: '人次', digits: 2, adds: false }),
];

/** Two tables, two rows, one figure kept back, one that cannot be said, and names that try to be more than names. */
export function sampleContent(over: Partial<FiguresContent['head']> = {}): FiguresContent {
  const column = (at: number) => {
    const { id, name, unit, digits } = DEFINITIONS[at] ?? indicator('stock.none', '');
    return { id, name, unit, digits, version: 1 };
  };
  return {
    head: {
      period: '2026-10',
      periodWords: '2026年10月',
      asOf: { seq: 812, at: Date.parse('2026-11-05T09:00:12+08:00') },
      union: { id: '410000', name: '河南省总工会' },
      region: null,
      by: 'city',
      divisions: 'then',
      stations: 'real',
      openingAsOf: null,
      leftOut: 3,
      definitions: DEFINITIONS.map(({ id }) => ({ id, version: 1 })),
      hash: 'a'.repeat(64),
      ...over,
    },
    tables: [
      {
        table: 'stock',
        columns: [column(0), column(1)],
        rows: [
          { key: '410100', name: '郑州市', values: [1200, 1203] },
          { key: '=cmd', name: '=1+1<&>', values: [0, 7] },
        ],
        total: [1200, 1210],
      },
      {
        table: 'visits',
        columns: [column(2), column(3)],
        rows: [{ key: '410100', name: '郑州市', values: ['few', 0.123456789] }],
        total: ['few', null],
      },
    ],
    definitions: DEFINITIONS,
  };
}
