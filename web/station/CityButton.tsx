import type { RegionCode } from '../../shared/station/region.ts';
import { Button } from '../ui/parts/Button.tsx';
import { Icon } from '../ui/parts/Icon.tsx';
import { usePorts, useRegions, useSync } from '../ui/use-ports.tsx';
import css from './station.module.css';

/** Fetches the city a station belongs to now. */
export function CityButton({ region }: { region: RegionCode }) {
  const { sync } = usePorts();
  const { busy, cities } = useSync();
  const regions = useRegions(true);
  const name = regions?.find((one) => one.code === region)?.name ?? '那座城市';
  if (cities.some((city) => city.region === region)) return null;
  return (
    <div className={css.stack}>
      <Button disabled={busy} onClick={() => sync.ensureCity(region)}>
        <Icon name="refresh" />
        {busy ? '正在下载' : `下载${name}的名单`}
      </Button>
    </div>
  );
}
