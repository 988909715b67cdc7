import { stringify } from 'csv-stringify/sync';
import { instant, isoText } from '../../../shared/kernel/instant.ts';
import {
  HISTORY_SUBJECT_WORDS,
  historyActorWord,
  historyChanges,
  historyStepWord,
} from '../../../shared/words/history.ts';
import type { ShownRow } from './list.ts';

const HEAD = [
  '序号',
  '时间',
  '业务日期',
  '操作人',
  '用户名',
  '账号编号',
  '工会',
  '对象',
  '站点名称',
  '站点编码',
  '对象编号',
  '操作',
  '原因',
  '改了什么',
  '操作编号',
];

/** What spreadsheets need to read the file as UTF-8. */
export const BOM = '\ufeff';

export function headLine(): string {
  return lines([HEAD]);
}

export function rowLines(rows: readonly ShownRow[]): string {
  return lines(rows.map(cellsOf));
}

function cellsOf(row: ShownRow): readonly string[] {
  const changes = historyChanges(row.subject, row.before, row.after);
  const said = changes.map(({ name, before, after }) =>
    row.before === null ? `${name}：${after}` : `${name}：${before} → ${after}`,
  );
  return [
    String(row.seq),
    isoText(instant(row.at)),
    row.effectiveOn,
    historyActorWord(row.actor),
    row.actor.username ?? '',
    row.actor.id,
    row.union.name,
    HISTORY_SUBJECT_WORDS[row.subject],
    row.station?.name ?? '',
    // Fifteen digits are more than a spreadsheet keeps as a number: the tab makes them text.
    row.station?.code ? `\t${row.station.code}` : '',
    row.subjectId,
    historyStepWord(row.subject, row.step),
    row.reason ?? '',
    said.join('；'),
    row.commandId,
  ];
}

/** A cell that a spreadsheet would take for a formula gets a quote before it. */
function lines(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map((cell) => (/^[=+\-@\r]/.test(cell) ? `'${cell}` : cell))),
    { record_delimiter: '\r\n' },
  );
}
