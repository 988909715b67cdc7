/** Numbers below 2^53 and a number below 2^32 to each, in sixteen bytes: a map of two hundred thousand would take three times that. */
export class PlaceTable {
  private places = new Float64Array(1024).fill(-1);
  private values = new Uint32Array(1024);
  private size = 0;

  /** −1: not there. */
  get(place: number): number {
    const slot = this.slotOf(place);
    return this.places[slot] === place ? (this.values[slot] ?? 0) : -1;
  }

  set(place: number, value: number): void {
    const slot = this.slotOf(place);
    if (this.places[slot] !== place) this.size += 1;
    this.places[slot] = place;
    this.values[slot] = value;
    if (this.size * 4 > this.places.length * 3) this.grow();
  }

  private grow(): void {
    const { places, values } = this;
    this.places = new Float64Array(places.length * 2).fill(-1);
    this.values = new Uint32Array(places.length * 2);
    this.size = 0;
    for (const [slot, place] of places.entries()) if (place >= 0) this.set(place, values[slot] ?? 0);
  }

  /** Where it stands, or the free slot where it would. */
  private slotOf(place: number): number {
    const mask = this.places.length - 1;
    const mixed =
      Math.imul(place % 0x1_0000_0000, 0x9e37_79b1) ^ Math.imul(Math.floor(place / 0x1_0000_0000), 0x85eb_ca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (this.places[slot] !== -1 && this.places[slot] !== place) slot = (slot + 1) & mask;
    return slot;
  }
}
