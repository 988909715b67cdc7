import { readFileSync } from 'node:fs';
import { readBytesInWorker } from '../../../server/jobs/read-ledger.ts';
import { writeInWorker } from '../../../server/jobs/write-book.ts';

/** Reads the files named, each in a thread of its own, and prints what came of each; then writes a workbook and prints its start. */
for (const path of process.argv.slice(2)) {
  const opened = await readBytesInWorker(readFileSync(path), path);
  if (!opened.ok) {
    console.log(opened.refusal.kind);
    continue;
  }
  let rows = 0;
  for await (const piece of opened.value.pieces()) rows += piece.rows.length;
  await opened.value.close();
  console.log(rows);
}
const plain = { heads: 1, examples: 0, widths: [], isHidden: false, offers: [] };
const book = await writeInWorker([{ ...plain, name: '一', rows: [['站点名称'], ['=1+1']] }]);
console.log(Buffer.from(book).subarray(0, 2).toString('latin1'));
