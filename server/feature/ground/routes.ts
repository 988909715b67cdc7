import { PROTOCOL } from '../../../shared/feed/feed.ts';
import { isoText } from '../../../shared/kernel/instant.ts';
import { ok, refuse } from '../../../shared/kernel/result.ts';
import { NATION } from '../../../shared/station/region.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';

/** The national workers' hotline of the unions. */
const HOTLINE = '12351';

export type GroundRoutes = {
  readonly regions: Act<'regions'>;
  readonly calendar: Act<'calendar'>;
  readonly config: Act<'config'>;
};

export function groundRoutes({ model, regions, tiles, now }: Deps): GroundRoutes {
  return {
    regions: ({ query }) => {
      if (query.parent && !regions.get(query.parent)) return refuse({ kind: 'region-unknown', region: query.parent });
      const under = query.parent ?? NATION;
      const items = query.level
        ? regions.all.filter(
            ({ code, level }) => level === query.level && code !== under && regions.isWithin(code, under),
          )
        : regions.children(under);
      return ok({
        items: items.map((region) => ({ ...region, centre: { lng: region.centre.lng, lat: region.centre.lat } })),
      });
    },
    calendar: async () => ok((await model.current()).calendar),
    config: async () => {
      const { epoch, synthetic } = await model.current();
      return ok({ protocol: PROTOCOL, epoch, serverTime: isoText(now()), synthetic, hotline: HOTLINE, tiles });
    },
  };
}
