import { packed } from './archive.ts';

/** Somebody who packs beside: another thread. What is handed to it is no longer the giver's. */
export type Packer = {
  readonly isFree: boolean;
  pack(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
};

/** Less than this is packed sooner than it is handed over. */
const WORTH_BYTES = 500_000;

/** Packs beside where somebody is free, else here and now: packing is most of a workbook's making. */
export function packing(content: Uint8Array, packer: Packer | null): Promise<Uint8Array> {
  const isHere = packer === null || !packer.isFree || content.length < WORTH_BYTES;
  return isHere ? Promise.resolve(packed(content)) : packer.pack(Uint8Array.from(content));
}

/** Lets what was packed beside be heard of. */
export function loopTurn(): Promise<void> {
  return new Promise((turn) => setImmediate(turn));
}
