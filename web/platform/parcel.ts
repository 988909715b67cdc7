import type { After } from './clock.ts';

/**
 * What has come of one file whose bytes never change, unpacked; asked for again, it goes on from there. `sent`: what the
 * whole costs on the wire, as the first answer said, or null where it did not.
 */
export type Parcel = { pieces: readonly Uint8Array[]; length: number; sent: number | null };

export type Carrying = {
  readonly parcel: Parcel;
  /** Bytes of the whole, unpacked. */
  readonly total: number;
  /** Called off by a person: what came stays in the parcel. */
  readonly signal: AbortSignal;
  /** Called after each piece, and when it begins anew. */
  readonly came: () => void;
};

/** A line that brings nothing for so long is dead, however slow it was before. */
const SILENT_MS = 30_000;

export function emptyParcel(): Parcel {
  return { pieces: [], length: 0, sent: null };
}

/**
 * Where to go on from, or 0 to fetch the whole again. A part always comes plain, the whole packed: where more is missing
 * than the whole would cost, the whole is cheaper.
 */
export function resumeAt({ length, sent }: Parcel, total: number): number {
  return length > 0 && total - length < (sent ?? total) ? length : 0;
}

export type Arriving = { readonly response: Response; readonly after: After; readonly giveUp: () => void };

/** Adds what comes to the parcel, and answers the whole once it is; null when it broke off, and then what came is left. */
export async function takeIn(carrying: Carrying, arriving: Arriving): Promise<Uint8Array<ArrayBuffer> | null> {
  const { parcel, total } = carrying;
  begin(parcel, arriving.response);
  const isWhole = await readPieces(carrying, arriving);
  if (!isWhole || parcel.length !== total) {
    // More than there should be is not ours to go on with.
    if (isWhole || parcel.length > total) forget(parcel);
    return null;
  }
  const bytes = joined(parcel);
  forget(parcel);
  return bytes;
}

/** A part that goes on where we stopped is added; anything else begins anew. */
function begin(parcel: Parcel, { status, headers }: Response): void {
  const from = /^bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1];
  if (status === 206 && Number(from) === parcel.length) return;
  forget(parcel);
  const length = Number(headers.get('content-length') ?? Number.NaN);
  parcel.sent = Number.isFinite(length) ? length : null;
}

export function forget(parcel: Parcel): void {
  parcel.pieces = [];
  parcel.length = 0;
}

async function readPieces({ parcel, came }: Carrying, { response, after, giveUp }: Arriving): Promise<boolean> {
  const reader = response.body?.getReader();
  if (reader === undefined) return true;
  came();
  for (;;) {
    const callOff = after(SILENT_MS, giveUp);
    try {
      const { done, value } = await reader.read();
      if (done) return true;
      parcel.pieces = [...parcel.pieces, value];
      parcel.length += value.length;
      came();
    } catch {
      return false; // The line broke, or the person called it off.
    } finally {
      callOff();
    }
  }
}

function joined({ pieces, length }: Parcel): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
