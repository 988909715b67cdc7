import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { fitCell } from './cell.ts';
import { type FileBytes, headOf } from './file-bytes.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';

/** How a file of separated values is written. */
export type CsvForm = { readonly encoding: Encoding; readonly delimiter: string };

/** Characters that tell the delimiter. */
const LOOK_AT = 5000;

/** UTF-8, UTF-16 with its mark (Excel's "Unicode text"), else GB18030, every byte of it; null when it is none of them. */
export async function csvFormOf(bytes: FileBytes): Promise<CsvForm | null> {
  const start = await headOf(bytes);
  const isUtf16 = start[0] === 0xff && start[1] === 0xfe;
  for (const encoding of isUtf16 ? (['utf-16le'] as const) : (['utf-8', 'gb18030'] as const)) {
    const head = await startOf(bytes, encoding);
    if (head !== null) return { encoding, delimiter: delimiterOf(head) };
  }
  return null;
}

/** The first characters when all of the file is of this encoding. */
async function startOf(bytes: FileBytes, encoding: Encoding): Promise<string | null> {
  let head = '';
  try {
    for await (const text of textOf(bytes, encoding)) {
      if (text.includes('\0')) return null;
      if (head.length < LOOK_AT) head += text;
    }
  } catch (error) {
    if (error instanceof TypeError) return null; // How a decoder says: not this encoding.
    throw error;
  }
  return head.slice(0, LOOK_AT);
}

async function* textOf(bytes: FileBytes, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding !== 'utf-16le' });
  for await (const piece of bytes.read()) {
    const text = decoder.decode(piece, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function delimiterOf(head: string): string {
  const count = (sign: string) => head.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** One pass over the records, read as they are asked for. Throws `CsvError` where a quote is never closed. */
export async function* csvRecords(bytes: FileBytes, { encoding, delimiter }: CsvForm): AsyncGenerator<string[]> {
  const parser = parse({ delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  // Whatever ends one ends the other; the reader below is told by the parser.
  pipeline(Readable.from(textOf(bytes, encoding)), parser, () => {});
  for await (const record of parser) yield record.map(fitCell);
}
