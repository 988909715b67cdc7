import { packed } from './archive.ts';

/** Somebody who packs beside: another thread. Whether it takes so many bytes now; what it is given is read before `pack` returns. */
export type Packer = {
  takes(bytes: number): boolean;
  pack(content: Uint8Array): Promise<Uint8Array>;
};

/** Packs beside where somebody takes it, else here and now: packing is most of a workbook's making. */
export function packing(content: Uint8Array, packer: Packer | null): Promise<Uint8Array> {
  return packer?.takes(content.length) ? packer.pack(content) : Promise.resolve(packed(content));
}

/** Lets what was packed beside be heard of. */
export function loopTurn(): Promise<void> {
  return new Promise((turn) => setImmediate(turn));
}
