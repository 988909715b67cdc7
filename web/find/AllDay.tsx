import { Rows, StationRow } from '../ui/station/StationRow.tsx';
import { usePrefs, useRegions, useSync } from '../ui/use-ports.tsx';
import type { Telling } from '../ui/words/state.ts';
import { NO_FILTERS } from './filters.ts';
import css from './find.module.css';
import { neverClosed } from './list.ts';

/** When nobody knows where the person is, the doors of the last city that never close still help. */
export function AllDay({ telling }: { telling: Telling }) {
  const { table, calendar, cities } = useSync();
  const { lastPlace } = usePrefs();
  const regions = useRegions(true);
  // With several cities stored nobody knows which one the person means.
  const city = cities.length === 1 ? (regions?.find((one) => one.code === cities[0]?.region) ?? null) : null;
  const from = lastPlace?.point ?? city?.centre ?? null;
  if (table === null || from === null) return null;
  const found = neverClosed({ table, from, filters: NO_FILTERS, now: telling.now, calendar });
  if (found.length === 0) return null;
  return (
    <>
      <h2 className={css.section}>
        {city === null ? '上次附近' : city.short} 24 小时开着的 <small>（未按远近排）</small>
      </h2>
      <Rows>
        {found.map(({ row, verdict }) => (
          <StationRow
            key={row.code}
            row={row}
            standing={{ distance: null, accuracy: 0, verdict }}
            telling={telling}
            has={[row.address]}
          />
        ))}
      </Rows>
    </>
  );
}
