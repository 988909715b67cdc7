import { ok } from '../../../shared/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';

export type HealthRoutes = { readonly health: Act<'health'>; readonly metrics: Act<'metrics'> };

export function healthRoutes({ model, metrics }: Deps): HealthRoutes {
  return {
    health: async () => {
      const { seq, table } = await model.current();
      return ok({ status: 'ready', seq, stations: table.size });
    },
    metrics: async () =>
      ok(
        new Response(await metrics.metrics(), {
          headers: { 'content-type': metrics.contentType, 'cache-control': 'no-store' },
        }),
      ),
  };
}
