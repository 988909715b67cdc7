import { diceOf } from '../../../server/feature/seed/dice.ts';
import { messyWorkbook } from '../../fixtures/make/ledger.ts';
import { zipOf } from '../../fixtures/make/zip.ts';

export type Hostile = { readonly title: string; readonly name: string; readonly bytes: Buffer };

const HEAD = '站点名称,区县,地址,经度,纬度,开放时间';
const ROW = '甲站,金水区,甲路1号,113.685,34.779,24小时';
const TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
const BOOK =
  '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>';
const RELS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rowXml = (n: number, texts: readonly string[]) =>
  `<row r="${n}">${texts.map((text, column) => cell(`${String.fromCharCode(65 + column)}${n}`, text)).join('')}</row>`;
const SOUND = `${rowXml(1, HEAD.split(','))}${rowXml(2, ROW.split(','))}`;

/** A workbook of one sheet, by hand; `over` replaces or adds parts. */
function book(sheet: string, over: Readonly<Record<string, string>> = {}): Buffer {
  const xml = sheet.startsWith('<?xml') ? sheet : `<worksheet><sheetData>${sheet}</sheetData></worksheet>`;
  const parts = {
    '[Content_Types].xml': TYPES,
    'xl/workbook.xml': BOOK,
    'xl/_rels/workbook.xml.rels': RELS,
    'xl/worksheets/sheet1.xml': xml,
    ...over,
  };
  return zipOf(Object.entries(parts).map(([name, body]) => ({ name, body: Buffer.from(body, 'utf8') })));
}

const DOCTYPES = [
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:1/">]>',
  '<!DOCTYPE a [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>',
  `<!DOCTYPE a [<!ENTITY x0 "ha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY x${n + 1} "&x${n};&x${n};">`).join('')}]>`,
];

const TEXTS = [
  '&#0;',
  '&#x1;',
  '&#xFFFE;',
  '&#xD800;',
  '&#xDFFF;',
  '&amp;#xD800;',
  '=cmd|calc!A1',
  '@SUM(1)',
  '+1+1',
  '&lt;script&gt;',
  '\u202egnp.exe',
  'x'.repeat(40_000),
  '💩'.repeat(5_000),
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "'; drop table station; --",
];

function workbooks(): Hostile[] {
  const named = (title: string, bytes: Buffer, name = '台账.xlsx'): Hostile => ({ title, name, bytes });
  const shared = `<sst>${'<si><t>x</t></si>'.repeat(50_000)}</sst>`;
  return [
    ...DOCTYPES.map((doctype, n) =>
      named(
        `a sheet with entities ${n}`,
        book(
          `<?xml version="1.0"?>${doctype}<worksheet><sheetData>${SOUND}${rowXml(3, ['&x;', '&x20;'])}</sheetData></worksheet>`,
        ),
      ),
    ),
    ...TEXTS.map((text) =>
      named(`a name that is ${text.slice(0, 12)}`, book(`${SOUND}${rowXml(3, [text, ...ROW.split(',').slice(1)])}`)),
    ),
    named('a bomb', book(' '.repeat(20_000_000))),
    named('a bomb beside the sheet', book(SOUND, { 'xl/media/a.bin': '\0'.repeat(20_000_000) })),
    named('a huge list of shared texts', book(SOUND, { 'xl/sharedStrings.xml': shared })),
    named('a shared text that is not there', book(`${SOUND}<row r="3"><c r="A3" t="s"><v>99</v></c></row>`)),
    named('a shared text of no number', book(`${SOUND}<row r="3"><c r="A3" t="s"><v>x</v></c></row>`)),
    named('a cell far to the right', book(`${SOUND}<row r="3">${cell('XFD3', 'x')}</row>`)),
    named('a cell beyond all columns', book(`${SOUND}<row r="3">${cell('ZZZZZZ3', 'x')}</row>`)),
    named('a cell far below', book(`${SOUND}<row r="1048576">${cell('A1048576', 'x')}</row>`)),
    named('a cell in row zero', book(`${SOUND}<row r="0">${cell('A0', 'x')}</row>`)),
    named('a cell of no address', book(`${SOUND}<row><c><v>1</v></c></row>`)),
    named('an error for a name', book(`${SOUND}<row r="3"><c r="A3" t="e"><v>#REF!</v></c></row>`)),
    named('a formula for a name', book(`${SOUND}<row r="3"><c r="A3" t="str"><f>1+1</f><v>2</v></c></row>`)),
    named('a date that is none', book(`${SOUND}<row r="3"><c r="A3" t="d"><v>2026-99-99</v></c></row>`)),
    named('a million empty rows', book('<row/>'.repeat(300_000))),
    named(
      'merged cells over everything',
      book(`</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><sheetData>${SOUND}`),
    ),
    named('macros', book(SOUND, { 'xl/vbaProject.bin': 'x' })),
    named('macros by name', book(SOUND), '台账.xlsm'),
    named('no sheet', zipOf([{ name: 'xl/workbook.xml', body: Buffer.from(BOOK) }])),
    named('no workbook', zipOf([{ name: 'a.txt', body: Buffer.from('x') }])),
    named('no entries', zipOf([])),
    named('a sheet that is not closed', book('<?xml version="1.0"?><worksheet><sheetData><row r="1">')),
    named('a sheet of no XML', book('<?xml version="1.0"?>\0\0\0')),
    named('a sheet elsewhere', book(SOUND, { 'xl/_rels/workbook.xml.rels': RELS.replace('sheet1', '../../../etc/x') })),
    named(
      'a thousand sheets',
      book(
        SOUND,
        Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`xl/worksheets/sheet${n + 2}.xml`, '<worksheet/>'])),
      ),
    ),
    named('three header rows and nothing', book(rowXml(1, HEAD.split(',')))),
    named('text for a workbook', Buffer.from(`${HEAD}\n${ROW}`)),
  ];
}

function texts(): Hostile[] {
  const named = (title: string, text: string | Buffer, name = '台账.csv'): Hostile => ({
    title,
    name,
    bytes: typeof text === 'string' ? Buffer.from(text) : text,
  });
  return [
    named('nothing', ''),
    named('blanks', ',,,\n,,,\n'),
    named('one long line', 'x'.repeat(3_000_000)),
    named('a million empty columns', `${HEAD}\n${','.repeat(1_000_000)}\n`),
    named('a header of a million columns', `${HEAD}${',x'.repeat(500_000)}\n${ROW}\n`),
    named('zero bytes', `${HEAD}\n\0\0\0\n`),
    named('a quote that is not closed', `${HEAD}\n"甲站,${'x'.repeat(1000)}`),
    named('quotes in quotes', `${HEAD}\n"甲""站""","金水区",,,\n`),
    named('no encoding', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x00, 0x00])),
    named('half a character', Buffer.concat([Buffer.from(`${HEAD}\n`), Buffer.from([0xe4, 0xb8])])),
    named('a workbook by its bytes', Buffer.from('504b0304', 'hex')),
    named('an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '台账.xls'),
    named('a page', '<html></html>', '台账.html'),
    named('no name at all', `${HEAD}\n${ROW}`, '台账'),
    named('a name with a path', `${HEAD}\n${ROW}`, '../../a.csv'),
    named('a name of two lines', `${HEAD}\n${ROW}`, 'a\nb.csv'),
    named('too many rows', `${HEAD}\n${`${ROW}\n`.repeat(20_001)}`),
    named('hundreds of the same', `${HEAD}\n${`${ROW}\n`.repeat(200)}`),
    named('only headers, over and over', `${HEAD}\n`.repeat(1000)),
    ...TEXTS.slice(6).map((text) =>
      named(`a name that is ${text.slice(0, 12)}`, `${HEAD}\n"${text}",金水区,甲路,113.68,34.78,\n`),
    ),
  ];
}

/** A sound workbook with bytes lost or turned. */
async function broken(count: number): Promise<Hostile[]> {
  const sound = await messyWorkbook();
  const dice = diceOf('hostile');
  return Array.from({ length: count }, (_, n) => {
    const bytes = Buffer.from(sound);
    if (n % 2 === 0)
      return {
        title: `cut short ${n}`,
        name: '台账.xlsx',
        bytes: bytes.subarray(0, Math.floor(dice.next() * bytes.length)),
      };
    for (let hit = 0; hit < 6; hit++) bytes[Math.floor(dice.next() * bytes.length)] = Math.floor(dice.next() * 256);
    return { title: `bytes turned ${n}`, name: '台账.xlsx', bytes };
  });
}

export async function hostileFiles(): Promise<readonly Hostile[]> {
  return [...workbooks(), ...texts(), ...(await broken(50))];
}
