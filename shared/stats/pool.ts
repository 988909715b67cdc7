/** Texts numbered as they come. */
export class TermPool {
  private readonly terms: string[] = [];
  private readonly places = new Map<string, number>();

  get size(): number {
    return this.terms.length;
  }

  take(term: string): number {
    const known = this.places.get(term);
    if (known !== undefined) return known;
    this.terms.push(term);
    this.places.set(term, this.terms.length - 1);
    return this.terms.length - 1;
  }

  find(term: string): number | null {
    return this.places.get(term) ?? null;
  }

  term(id: number): string {
    return this.terms[id] ?? '';
  }

  since(from: number): readonly string[] {
    return this.terms.slice(from);
  }
}

/** Groups of `width` 32-bit words numbered as they come: a hash table over one flat column, some 25 B a group of four. */
export class WordPool {
  private words: Uint32Array;
  private slots = new Int32Array(64).fill(-1);
  size = 0;

  constructor(readonly width: number) {
    this.words = new Uint32Array(64 * width);
  }

  take(group: ArrayLike<number>): number {
    const slot = this.slotOf(group);
    const known = this.slots[slot] ?? -1;
    if (known >= 0) return known;
    const id = this.size;
    this.slots[slot] = id;
    this.append(group);
    if (this.size * 2 > this.slots.length) this.rehash();
    return id;
  }

  find(group: ArrayLike<number>): number | null {
    const known = this.slots[this.slotOf(group)] ?? -1;
    return known < 0 ? null : known;
  }

  /** A window on the column: read it at once, for the column may move when it grows. */
  group(id: number): Uint32Array {
    return this.words.subarray(id * this.width, (id + 1) * this.width);
  }

  since(from: number): Uint32Array {
    return this.words.subarray(from * this.width, this.size * this.width);
  }

  private append(group: ArrayLike<number>): void {
    const at = this.size * this.width;
    if (at + this.width > this.words.length) {
      const grown = new Uint32Array(Math.ceil((this.words.length * 5) / 4 / this.width) * this.width);
      grown.set(this.words);
      this.words = grown;
    }
    this.words.set(group, at);
    this.size += 1;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let id = 0; id < this.size; id++) this.slots[this.slotOf(this.group(id))] = id;
  }

  /** Where the group stands, or the free slot where it would. */
  private slotOf(group: ArrayLike<number>): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(group, this.width) & mask;
    for (;;) {
      const id = this.slots[slot] ?? -1;
      if (id < 0 || this.isAt(id, group)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private isAt(id: number, group: ArrayLike<number>): boolean {
    const at = id * this.width;
    for (let i = 0; i < this.width; i++) if (this.words[at + i] !== (group[i] ?? 0) >>> 0) return false;
    return true;
  }
}

function hashOf(group: ArrayLike<number>, width: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < width; i++) {
    hash = Math.imul(hash ^ (group[i] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
