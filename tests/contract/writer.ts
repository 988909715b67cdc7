import { randomBytes } from 'node:crypto';
import { openStore } from '../../server/store/open.ts';
import type { Epoch } from '../../shared/feed/feed.ts';
import { ok } from '../../shared/kernel/result.ts';
import type { StationId } from '../../shared/station/station.ts';
import { command, newStation, options, registered } from './world.ts';

/**
 * A writer in a process of its own: registers `size` stations a commit for ever, and says after each receipt which
 * command it was. Arguments: url, high-water path, size.
 */
const [url = '', highWater = '', size = '50'] = process.argv.slice(2);
const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const store = await openStore(
  url,
  options(highWater, () => hex(8) as Epoch),
);
if (!store.ok) throw new Error(store.refusal.kind);
for (;;) {
  const commandId = hex(16);
  const changes = Array.from({ length: Number(size) }, () => registered(newStation(hex(16) as StationId)));
  const receipt = await store.value.commit(command(commandId), () => ok(changes));
  if (!receipt.ok) throw new Error(receipt.refusal.kind);
  process.stdout.write(`${commandId}\n`);
}
