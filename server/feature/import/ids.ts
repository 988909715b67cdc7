const ID_BYTES = 16;
const POOL_BYTES = 4096;

/** Random 128 bit as 32 hex digits, the dice thrown for 256 at a time: each throw alone is a call into the system. */
export function randomIds(dice: (size: number) => Buffer): () => string {
  let pool: Buffer = Buffer.alloc(0);
  let at = 0;
  return () => {
    if (at >= pool.length) {
      pool = dice(POOL_BYTES);
      at = 0;
    }
    at += ID_BYTES;
    return pool.toString('hex', at - ID_BYTES, at);
  };
}
