/** Texts that many rows share, as numbers from 1; 0 is the empty text. */
export class Words {
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly texts: string[] = [''];

  /** Gives a new text its number. */
  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const made = this.texts.push(text) - 1;
    this.numbers.set(text, made);
    return made;
  }

  /** -1 for a text that no row ever had. */
  find(text: string): number {
    return this.numbers.get(text) ?? -1;
  }

  text(number: number): string {
    return this.texts[number] ?? '';
  }

  get size(): number {
    return this.texts.length;
  }
}
