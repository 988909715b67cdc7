/** Text put down as UTF-8 bit by bit in one block of bytes, which is used again for the next: no part of it ever stands twice. */
export class TextBlock {
  private bytes = Buffer.alloc(0);
  private length = 0;

  /** Begins anew, with room for about so many bytes: more than needed costs nothing until it is written in. */
  begin(room: number): void {
    this.length = 0;
    if (room > this.bytes.length) this.bytes = Buffer.alloc(room);
  }

  add(text: string): void {
    const most = this.length + text.length * 3;
    if (most > this.bytes.length) this.grow(most);
    this.length += this.bytes.write(text, this.length);
  }

  /** A window, good until the next beginning. */
  done(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  private grow(room: number): void {
    const grown = Buffer.alloc(Math.max(room, this.bytes.length * 2));
    this.bytes.copy(grown, 0, 0, this.length);
    this.bytes = grown;
  }
}
