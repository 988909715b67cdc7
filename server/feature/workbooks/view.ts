import { periodWords } from '../../../shared/stats/period.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { FigureFile } from '../../store/port/workbooks.ts';
import type { UnionBook } from '../unions/book.ts';
import { againLine } from './cover.ts';
import type { FigureFiles } from './figure-files.ts';

export type FileView = RouteReply<'figureFileAsk'>;

const NOT_BEGUN = { doing: 'waiting', done: 0, of: 0 } as const;

export function fileView(files: FigureFiles, book: UnionBook, file: FigureFile): FileView {
  const { id, name, format, state, period, union, asked, bytes, sha256, at, until } = file;
  const { question, tables } = asked;
  const { asOf, by, divisions, stations, region } = question;
  return {
    id,
    name,
    format,
    state,
    under: state === 'running' ? (files.reading(id) ?? NOT_BEGUN) : null,
    period,
    periodWords: periodWords(period),
    union: { id: union, name: book.get(union)?.name ?? union },
    asOf,
    synthetic: stations === 'synthetic',
    bytes,
    sha256,
    at,
    until,
    again: againLine({ period, union, region, by, seq: asOf.seq, divisions, stations, tables }),
  };
}
