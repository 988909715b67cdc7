import { ok, refuse } from '../../../shared/kernel/result.ts';
import { FUNCTIONS } from '../../../shared/station/lifecycle.ts';
import type { Deps } from '../../deps.ts';
import { type Door, mount } from '../../http/mount.ts';

export function mountSession(door: Door, { unions, now }: Deps): void {
  mount(door, 'me', async ({ who }) => {
    const book = await unions.current();
    const union = book.get(who.actor.union);
    const level = book.tree.levelOf(who.actor.union);
    if (union === null || level === null) return refuse({ kind: 'not-signed-in' });
    return ok({
      id: who.actor.id,
      username: who.username,
      name: who.name,
      union: { id: union.id, name: union.name, level, region: union.region },
      functions: FUNCTIONS.filter((name) => who.actor.functions.includes(name)),
      freshUntil: who.freshUntil,
      serverTime: now(),
    });
  });
}
