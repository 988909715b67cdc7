import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import type { FileRefusal } from '../../../shared/kernel/refusal.ts';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';

/** What a workbook may cost us before anybody parses it. */
export const WORKBOOK_LIMITS = {
  entries: 2_000,
  unpacked: 160_000_000,
  ratio: 200,
  rows: 50_000,
  columns: 702,
} as const;
const SMALL_ENTRY = 1_000_000;

/** Facts read from the raw XML while it is counted: the reader library tells none of them. Row and column from 0. */
export type SheetFacts = {
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
  readonly formulas: ReadonlySet<string>;
};

/** Inflates every entry once, counting what really comes out (headers may lie), and refuses bombs, macros and endless sheets. */
export async function guardWorkbook(
  bytes: Buffer,
  name: string,
): Promise<Result<ReadonlyMap<string, SheetFacts>, FileRefusal>> {
  let zip: ZipFile;
  try {
    zip = await open(bytes);
  } catch {
    return refuse({ kind: 'file-broken', name });
  }
  const sheets = new Map<string, SheetFacts>();
  let unpacked = 0;
  let entries = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      if (/vbaProject\.bin$/i.test(entry.fileName)) return refuse({ kind: 'file-has-macros' });
      if (++entries > WORKBOOK_LIMITS.entries)
        return refuse({ kind: 'file-unpacks-too-large', max: WORKBOOK_LIMITS.unpacked });
      const sheet = /^xl\/worksheets\/(sheet\d+)\.xml$/i.exec(entry.fileName)?.[1];
      const scan = sheet ? new SheetScan() : null;
      let size = 0;
      for await (const chunk of await streamOf(zip, entry)) {
        const text: Buffer = chunk;
        size += text.length;
        unpacked += text.length;
        const bomb = size > SMALL_ENTRY && size > entry.compressedSize * WORKBOOK_LIMITS.ratio;
        if (unpacked > WORKBOOK_LIMITS.unpacked)
          return refuse({ kind: 'file-unpacks-too-large', max: WORKBOOK_LIMITS.unpacked });
        scan?.read(text);
        if (scan && scan.rows > WORKBOOK_LIMITS.rows)
          return refuse({ kind: 'file-too-many-rows', max: WORKBOOK_LIMITS.rows });
        if (scan?.isWide) return refuse({ kind: 'file-too-wide', max: WORKBOOK_LIMITS.columns });
        if (bomb) return refuse({ kind: 'file-unpacks-too-large', max: WORKBOOK_LIMITS.unpacked });
      }
      if (sheet && scan) sheets.set(sheet, scan.facts());
    }
  } catch {
    return refuse({ kind: 'file-broken', name });
  } finally {
    zip.close();
  }
  return ok(sheets);
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error || !zip ? reject(error) : resolve(zip),
    );
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (value: Entry | null) => {
        zip.removeAllListeners();
        resolve(value);
      };
      zip.once('entry', settle);
      zip.once('end', () => settle(null));
      zip.once('error', reject);
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error || !stream ? reject(error) : resolve(stream)));
  });
}

/** Long enough that no tag we look for is cut by two chunk borders. */
const CARRY = 200;

class SheetScan {
  rows = 0;
  /** A cell stands beyond the two-letter columns: read, each row would be as wide as the widest. */
  isWide = false;
  private carry = '';
  private readonly merges: SheetFacts['merges'][number][] = [];
  private readonly formulas = new Set<string>();

  read(chunk: Buffer): void {
    const text = this.carry + chunk.toString('latin1');
    const fresh = this.carry.length;
    for (const match of text.matchAll(
      /<row[\s>]|<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"|<c r="([A-Z]+)(\d+)"[^>]*><f[\s>/]|<c\s[^>]{0,100}?\br="[A-Z]{3}/g,
    )) {
      // What ended inside the carried text was counted with the chunk before.
      if (match.index + match[0].length <= fresh) continue;
      const [whole, left, top, right, bottom, column, row] = match;
      if (whole.startsWith('<row')) this.rows++;
      else if (left && right)
        this.merges.push({
          top: Number(top) - 1,
          left: columnOf(left),
          bottom: Number(bottom) - 1,
          right: columnOf(right),
        });
      else if (column) this.formulas.add(`${Number(row) - 1}:${columnOf(column)}`);
      else this.isWide = true;
    }
    this.carry = text.slice(-CARRY);
  }

  facts(): SheetFacts {
    return { merges: this.merges, formulas: this.formulas };
  }
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
