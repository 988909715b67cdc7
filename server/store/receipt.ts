import type { Instant } from '../../shared/kernel/instant.ts';
import { ok, type Result, refuse } from '../../shared/kernel/result.ts';
import type { Tx } from './engine.ts';
import type { CommandEnvelope, Receipt } from './port.ts';

type Asked = Omit<CommandEnvelope, 'load'>;

/** The receipt given before for this command, a refusal when its id was used for something else, or null when it is new. */
export function findReceipt(tx: Tx, asked: Asked): Promise<Result<Receipt> | null> {
  return findReply<Receipt>(tx, asked);
}

/** The same for whatever kind of receipt the command is answered with. */
export async function findReply<T>(tx: Tx, asked: Asked): Promise<Result<T> | null> {
  const found = await tx
    .selectFrom('receipt')
    .select(['actor', 'body_hash', 'reply'])
    .where('command_id', '=', asked.commandId)
    .executeTakeFirst();
  if (!found) return null;
  if (found.actor !== asked.actor.id || found.body_hash !== asked.bodyHash) {
    return refuse({ kind: 'receipt-conflict', commandId: asked.commandId });
  }
  return ok(JSON.parse(found.reply) as T);
}

export function keepReceipt(tx: Tx, asked: Asked, receipt: Receipt): Promise<void> {
  return keepReply(tx, asked, { at: receipt.at, reply: receipt });
}

export async function keepReply(
  tx: Tx,
  asked: Asked,
  { at, reply }: { readonly at: Instant; readonly reply: object },
): Promise<void> {
  await tx
    .insertInto('receipt')
    .values({
      command_id: asked.commandId,
      actor: asked.actor.id,
      body_hash: asked.bodyHash,
      reply: JSON.stringify(reply),
      at,
    })
    .execute();
}
