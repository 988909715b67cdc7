type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array;

/** One version of one station, by numbers. */
export type Version = { readonly [N in (typeof COLUMN_NAMES)[number]]: number };

/** Order is the order in the bytes of a piece: only ever append. */
export const COLUMN_NAMES = [
  'station',
  'seq',
  'day',
  'verifiedDay',
  'step',
  'status',
  'cause',
  'place',
  'traits',
  'amenities',
  'hours',
  'lng',
  'lat',
  'previous',
] as const;

/**
 * Versions of stations as columns, 44 B each, in the order of their rows of history. `day` and `verifiedDay` count from
 * 1970-01-01 (0: none); `status` is a place in STATUSES or GONE; `cause` a place in EXIT_REASONS plus one; `previous` the
 * version of the same station before, −1 for its first.
 */
export class Versions {
  length = 0;
  station = new Uint32Array(0);
  seq = new Uint32Array(0);
  day = new Uint16Array(0);
  verifiedDay = new Uint16Array(0);
  step = new Uint8Array(0);
  status = new Uint8Array(0);
  cause = new Uint8Array(0);
  place = new Uint32Array(0);
  traits = new Uint32Array(0);
  amenities = new Uint32Array(0);
  hours = new Uint32Array(0);
  lng = new Int32Array(0);
  lat = new Int32Array(0);
  previous = new Int32Array(0);

  push(version: Version): number {
    this.reserve(this.length + 1);
    for (const name of COLUMN_NAMES) this[name][this.length] = version[name];
    this.length += 1;
    return this.length - 1;
  }

  /** Of one version. */
  get rowBytes(): number {
    return COLUMN_NAMES.reduce((sum, name) => sum + this[name].BYTES_PER_ELEMENT, 0);
  }

  /** A run of versions as little-endian bytes, column by column. */
  bytes(from: number, to: number): Uint8Array {
    const bytes = new Uint8Array((to - from) * this.rowBytes);
    let at = 0;
    for (const name of COLUMN_NAMES) {
      const part = this[name].subarray(from, to);
      bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
      at += part.byteLength;
    }
    return bytes;
  }

  /** Inverse of `bytes`: appends so many versions; false when that is not their length. */
  append(count: number, bytes: Uint8Array): boolean {
    if (bytes.length !== count * this.rowBytes) return false;
    this.reserve(this.length + count);
    let at = 0;
    for (const name of COLUMN_NAMES) {
      const column = this[name];
      const length = count * column.BYTES_PER_ELEMENT;
      const place = column.byteOffset + this.length * column.BYTES_PER_ELEMENT;
      new Uint8Array(column.buffer, place, length).set(bytes.subarray(at, at + length));
      at += length;
    }
    this.length += count;
    return true;
  }

  /**
   * Room for so many: by a quarter more than asked, so that 1.5 million never hold twice their size. Whoever knows how many will come
   * asks for all of them before the first: a column that never moves leaves none behind, and room without a version takes no memory.
   */
  reserve(count: number): void {
    if (count <= this.seq.length) return;
    const room = Math.max(256, Math.ceil(count * 1.25));
    this.station = grown(this.station, new Uint32Array(room));
    this.seq = grown(this.seq, new Uint32Array(room));
    this.day = grown(this.day, new Uint16Array(room));
    this.verifiedDay = grown(this.verifiedDay, new Uint16Array(room));
    this.step = grown(this.step, new Uint8Array(room));
    this.status = grown(this.status, new Uint8Array(room));
    this.cause = grown(this.cause, new Uint8Array(room));
    this.place = grown(this.place, new Uint32Array(room));
    this.traits = grown(this.traits, new Uint32Array(room));
    this.amenities = grown(this.amenities, new Uint32Array(room));
    this.hours = grown(this.hours, new Uint32Array(room));
    this.lng = grown(this.lng, new Int32Array(room));
    this.lat = grown(this.lat, new Int32Array(room));
    this.previous = grown(this.previous, new Int32Array(room));
  }

  /** The same as one already there, but for when and by what it came to be. */
  isLike(at: number, version: Version): boolean {
    return COUNTED.every((name) => this[name][at] === version[name]);
  }
}

const COUNTED = ['verifiedDay', 'status', 'place', 'traits', 'amenities', 'hours', 'lng', 'lat'] as const;

function grown<C extends Column>(old: C, column: C): C {
  column.set(old);
  return column;
}
