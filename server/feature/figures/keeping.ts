import { crc32 } from 'node:zlib';
import { type DateText, type Day, dateText, dayOf, parseDate } from '../../../shared/kernel/instant.ts';
import type { Chronicle } from '../../../shared/stats/chronicle.ts';
import { KeptChronicle, PIECE_VERSION } from '../../../shared/stats/chronicle-bytes.ts';
import { COUNTED_SUBJECTS } from '../../../shared/stats/row.ts';
import type { VisitRow } from '../../../shared/stats/visits.ts';
import type { FiguresStore, MeasuredDay } from '../../store/port/figures.ts';
import { UTF8 } from '../utf8.ts';

/** So many rows are worth a piece: read in a blink at the next start, written before anybody notices. */
const PIECE_ROWS = 50_000;
const FIRST_DAY = '2000-01-01' as DateText;

/**
 * History as figures read it, held in memory: put together from the pieces kept of it at first, from then on whatever was written since
 * is added. Pieces are a help and no more; without any the same comes of the rows themselves.
 */
export class KeptHistory {
  private kept: KeptChronicle | null = null;
  private visitsBefore = FIRST_DAY;

  constructor(
    private readonly store: FiguresStore,
    private readonly pieceRows = PIECE_ROWS,
  ) {}

  /** Exact as of the newest row there is at the asking. One at a time. `told`: rows read, of how many. */
  async current(told: (done: number, of: number) => void = () => undefined): Promise<Chronicle> {
    const { seq: last } = await this.store.newestRow();
    this.kept ??= await this.fromPieces(last, told);
    const { kept, store } = this;
    const { chronicle } = kept;
    const newest = await store.eachLineAfter(
      { after: chronicle.known.seq, subjects: COUNTED_SUBJECTS },
      async (lines) => {
        // A read that the engine begins again brings rows that are there.
        for (const line of lines) if (line.seq > chronicle.known.seq) chronicle.add(line);
        told(chronicle.known.seq, last);
        if (kept.uncut >= this.pieceRows) await this.keepPiece(kept);
      },
    );
    chronicle.reach(newest);
    if (kept.uncut >= this.pieceRows) await this.keepPiece(kept);
    await this.addVisits(chronicle);
    return chronicle;
  }

  private async fromPieces(last: number, told: (done: number, of: number) => void): Promise<KeptChronicle> {
    const kept = emptyFor(last);
    let isWhole = true;
    await this.store.eachFactChunk(PIECE_VERSION, ({ bytes }) => {
      isWhole = isWhole && kept.lay(bytes);
      told(kept.chronicle.known.seq, last);
    });
    if (isWhole) return kept;
    await this.store.dropFactChunks();
    return emptyFor(last);
  }

  private async keepPiece(kept: KeptChronicle): Promise<void> {
    const { seq: toSeq } = kept.chronicle.known;
    const fromSeq = toSeq - kept.uncut + 1;
    const bytes = kept.cut();
    if (bytes !== null) await this.store.keepFactChunk(PIECE_VERSION, { fromSeq, toSeq, bytes });
  }

  /** Those received before the day of the newest row: what comes in from that day on is received on it or later. */
  private async addVisits(chronicle: Chronicle): Promise<void> {
    const before = dateText(dayOf(chronicle.known.at));
    if (before <= this.visitsBefore) return;
    await this.store.eachMeasured({ from: this.visitsBefore, before }, (rows) =>
      chronicle.addVisits(rows.map(visitRow)),
    );
    this.visitsBefore = before;
  }
}

/** With room for all there is: no row of history makes more than one version. */
function emptyFor(rows: number): KeptChronicle {
  const kept = new KeptChronicle(UTF8, crc32);
  kept.chronicle.versions.reserve(rows);
  return kept;
}

function visitRow({ station, day, receivedOn, visits }: MeasuredDay): VisitRow {
  return { station, day: dayNamed(day), receivedOn: dayNamed(receivedOn), visits };
}

function dayNamed(text: DateText): Day {
  const day = parseDate(text);
  if (day === null) throw new Error(`a visit of ${text}`);
  return day;
}
