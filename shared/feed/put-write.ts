import { writeAmenities } from './amenities-block.ts';
import type { ByteWriter, Utf8 } from './bytes.ts';
import { codeNumber } from './code-block.ts';
import { FLAG } from './delta-format.ts';
import { writePoints } from './facts-block.ts';
import { writeLineColumn, writeMaybeLines } from './lines.ts';
import type { PutPatch } from './patch.ts';
import { writeNumbers, writeTexts } from './planes.ts';
import { writeStatus } from './status-block.ts';
import { writeTrust } from './terms-block.ts';
import { writeText } from './text-block.ts';

export type PageKind = { readonly isCore: boolean; readonly utf8: Utf8 };

/** Which parts of a put travel; 0 when none does (the text of a station, in the national core's feed). */
export function flagsOf({ amenities, point, hours, status, access, trust, text, phone, rest }: PutPatch): number {
  const said = (value: unknown, flag: number): number => (value === null ? 0 : flag);
  return (
    (amenities.length === 0 ? 0 : FLAG.amenities) +
    said(point, FLAG.point) +
    said(hours, FLAG.hours) +
    said(status, FLAG.status) +
    said(access, FLAG.access) +
    said(trust, FLAG.trust) +
    said(text, FLAG.text) +
    said(phone, FLAG.phone) +
    said(rest, FLAG.rest)
  );
}

/** Each part of those puts that have it in columns of its own, since like beside like packs best; none, no columns. */
export function writePuts(to: ByteWriter, puts: readonly PutPatch[], kind: PageKind): void {
  const { isCore, utf8 } = kind;
  const trust = puts.flatMap((put) => put.trust ?? []);
  if (trust.length > 0) writeTrust(to, trust);
  const amenities = puts.flatMap((put) => (put.amenities.length === 0 ? [] : [put.amenities]));
  if (amenities.length > 0) writeAmenities(to, amenities, utf8);
  const stated = puts.flatMap(({ code, status }) => (status === null ? [] : [{ code: codeNumber(code), status }]));
  const codes = stated.map(({ code }) => code);
  const statuses = stated.map(({ status }) => status);
  if (statuses.length > 0) writeStatus(to, statuses, { codes, isCore, utf8 });
  writeHours(to, puts, kind);
  const phones = puts.flatMap(({ phone }) => phone ?? []);
  if (phones.length > 0) {
    writeMaybeLines(
      to,
      phones.map(({ phone }) => phone),
      utf8,
    );
  }
  const texts = puts.flatMap(({ text }) => text ?? []);
  if (texts.length > 0) writeText(to, texts, utf8);
  const accesses = puts.flatMap(({ access }) => access ?? []);
  if (accesses.length > 0) writeLineColumn(to, accesses, utf8);
  writePointPatches(to, puts, kind);
  const rest = puts.flatMap((put) => put.rest ?? []);
  if (rest.length > 0) {
    writeTexts(
      to,
      rest.map((line) => utf8.encode(line)),
    );
  }
}

function writeHours(to: ByteWriter, puts: readonly PutPatch[], { isCore, utf8 }: PageKind): void {
  const hours = puts.flatMap((put) => put.hours ?? []);
  if (hours.length === 0) return;
  writeLineColumn(
    to,
    hours.map(({ line }) => line),
    utf8,
  );
  if (isCore) return;
  writeMaybeLines(
    to,
    hours.map(({ raw }) => raw),
    utf8,
  );
}

function writePointPatches(to: ByteWriter, puts: readonly PutPatch[], { isCore }: PageKind): void {
  const points = puts.flatMap(({ point }) => point ?? []);
  if (points.length === 0) return;
  writePoints(to, points);
  if (isCore) return;
  writeNumbers(
    to,
    points.map(({ fine }) => fine ?? NO_FINE),
  );
}

/** The middle: the point at 1e-5 degrees itself. */
const NO_FINE = 60;
