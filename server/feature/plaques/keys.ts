import { createHash } from 'node:crypto';
import { ROOT_UNION } from '../../../shared/actor/actor.ts';
import { mayDo } from '../../../shared/actor/may.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { PlaqueKeyId } from '../../../shared/station/plaque-key.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import type { PlaqueKey } from '../../store/port/plaques.ts';
import type { ReportCommand } from '../../store/port.ts';
import { currentKey } from './tag.ts';

type KeyActs = {
  readonly plaqueKeys: Act<'plaqueKeys'>;
  readonly plaqueKeyBegin: Act<'plaqueKeyBegin'>;
  readonly plaqueKeyRetire: Act<'plaqueKeyRetire'>;
};

/** The keys are the whole register's, so only a system administrator of its root changes them. */
export function keyActs(deps: Deps): KeyActs {
  const { store } = deps;
  return {
    plaqueKeys: async ({ who }) => {
      const may = await mayKeep(deps, who);
      return may.ok ? ok({ items: viewsOf(await store.plaqueKeys()) }) : may;
    },
    plaqueKeyBegin: async ({ who, body }) => {
      const may = await mayKeep(deps, who);
      if (!may.ok) return may;
      const begun = await store.beginPlaqueKey(commandOf(deps, who, { id: body.id, said: ['begin'] }));
      return begun.ok ? shown(deps, begun.value) : begun;
    },
    plaqueKeyRetire: async ({ who, body: { id, reason }, params }) => {
      const may = await mayKeep(deps, who);
      if (!may.ok) return may;
      const command = commandOf(deps, who, { id, said: ['retire', params.key, reason] });
      const retired = await store.retirePlaqueKey(command, { key: params.key as PlaqueKeyId, reason });
      return retired.ok ? shown(deps, retired.value) : retired;
    },
  };
}

async function mayKeep(deps: Deps, { actor }: Signed): Promise<Result<true>> {
  const { tree } = await deps.unions.current();
  return mayDo(actor, 'change-settings', { id: null, union: ROOT_UNION, tree });
}

/** Asked under one id: the same once more is the same. */
export function commandOf(
  { now }: Pick<Deps, 'now'>,
  { actor }: Signed,
  { id, said }: { readonly id: string; readonly said: readonly unknown[] },
): ReportCommand {
  const bodyHash = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return { commandId: id, actor: { id: actor.id, union: actor.union }, bodyHash, at: now() };
}

async function shown({ store }: Deps, { id }: PlaqueKey): Promise<Result<ReturnType<typeof viewsOf>[number]>> {
  const view = viewsOf(await store.plaqueKeys()).find(({ key }) => key === id);
  if (!view) throw new Error(`the plaque key ${id} is gone`);
  return ok(view);
}

function viewsOf(keys: readonly PlaqueKey[]) {
  const current = currentKey(keys);
  return keys.map(({ id, madeAt, retiredAt }) => ({ key: id, madeAt, retiredAt, isCurrent: id === current }));
}
