import { periodWords } from '../../../shared/stats/period.ts';
import type { RouteReply } from '../../../shared/wire/route.ts';
import type { FigureFile } from '../../store/port/workbooks.ts';
import type { UnionBook } from '../unions/book.ts';
import { againLine } from './cover.ts';
import { FILE_STEPS, type FigureFiles } from './figure-files.ts';

export type FileView = RouteReply<'figureFileAsk'>;

export function fileView(files: FigureFiles, book: UnionBook, file: FigureFile): FileView {
  const { id, name, format, state, period, union, asked, bytes, sha256, at, until } = file;
  const { question, tables } = asked;
  const { asOf, by, divisions, stations, region } = question;
  return {
    id,
    name,
    format,
    state,
    done: state === 'done' ? FILE_STEPS : (files.progress(id) ?? 0),
    steps: FILE_STEPS,
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
