import { createHash } from 'node:crypto';
import { mayDo } from '../../../shared/actor/may.ts';
import { decideUnion, type UnionEdit } from '../../../shared/actor/union-edit.ts';
import { dateText, dayOf } from '../../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { UnionId } from '../../../shared/station/station.ts';
import type { RouteBody } from '../../../shared/wire/route.ts';
import type { Deps } from '../../deps.ts';
import type { Act } from '../../http/mount.ts';
import type { Signed } from '../../http/signed.ts';
import type { UnionBook } from './book.ts';

type Asked = RouteBody<'unionEdit'>;

/** One change of the tree, by the system administrator of a branch it lies in. */
export function editing({ unions, store, now }: Deps): Act<'unionEdit'> {
  return async ({ body, who }) => {
    const permitted = mayEdit(await unions.current(), who, body.edit);
    if (!permitted.ok) return permitted;
    const edit = editOf(body);
    const at = now();
    const done = await store.editUnion(
      { commandId: body.id, actor: { id: who.actor.id, union: who.actor.union }, bodyHash: hashOf(body), at },
      { union: edit.id, step: edit.kind, reason: body.reason },
      (all, hanging) => decideUnion(all, edit, { hanging, on: dateText(dayOf(at)) }),
    );
    unions.forget();
    return done;
  };
}

/** Every union named must be of the own branch; what becomes of the own union itself is decided above it, its name aside. */
function mayEdit({ tree }: UnionBook, { actor }: Signed, edit: Asked['edit']): Result<true> {
  const named = edit.kind === 'add' ? [edit.parent] : edit.kind === 'move' ? [edit.union, edit.parent] : [edit.union];
  for (const union of named) {
    const may = mayDo(actor, 'change-settings', { id: null, union, tree });
    if (!may.ok) return may;
  }
  const isOwn = edit.kind !== 'add' && edit.kind !== 'rename' && edit.union === actor.union;
  return isOwn ? refuse({ kind: 'not-permitted', step: 'change-settings' }) : ok(true);
}

/** The id of a new union follows from the command's, so that the same command asked again means the same union. */
function editOf({ id, edit }: Asked): UnionEdit {
  if (edit.kind !== 'add') return { ...edit, id: edit.union };
  const fresh = `${edit.as === 'town' ? 't' : 'i'}-${hashOf(['union', id]).slice(0, 12)}` as UnionId;
  return { kind: 'add', id: fresh, parent: edit.parent, name: edit.name };
}

function hashOf(body: unknown): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}
