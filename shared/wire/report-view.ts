import * as v from 'valibot';
import { type Gcj02, gcj02, isInChinaBox } from '../geo/point.ts';
import {
  isReportId,
  MOST,
  REPORT_KINDS,
  REPORT_STATES,
  type ReportId,
  STATION_REPORT_KINDS,
} from '../report/report.ts';
import { AMENITIES } from '../station/amenity.ts';
import { instantText, regionText } from './field.ts';

/** Base64 of at most 300 KB: what the phone makes of a photo. */
const PHOTO_MOST = 400 * 1024;

/** Written by a person: control characters other than the line break are no text and go. */
const said = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replace(/(?!\n)[\p{Cc}\u2028\u2029\ufeff]/gu, ' ').trim()),
    v.minLength(1),
    v.maxLength(most),
  );

const point = v.pipe(
  v.object({ lng: v.number(), lat: v.number() }),
  v.check(isInChinaBox, '113.665, 34.757'),
  v.transform(({ lng, lat }): Gcj02 => gcj02(lng, lat)),
);

const common = {
  id: v.pipe(
    v.string(),
    v.check(isReportId, '0123456789abcdef0123456789abcdef'),
    v.transform((text) => text as ReportId),
  ),
  text: v.nullable(said(MOST.text)),
  /** JPEG, PNG or WebP in base64, or null. */
  photo: v.nullable(v.pipe(v.string(), v.maxLength(PHOTO_MOST), v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'base64'))),
  seenAt: instantText,
};

/** One report, whole in one request. `kind` says which of the two it is. */
export const ReportBody = v.variant('kind', [
  v.object({
    ...common,
    kind: v.picklist(STATION_REPORT_KINDS),
    station: v.pipe(v.string(), v.maxLength(40)),
    amenity: v.nullable(v.picklist(AMENITIES)),
    place: v.null(),
  }),
  v.object({
    ...common,
    kind: v.literal('new-place'),
    station: v.null(),
    amenity: v.null(),
    place: v.object({
      name: said(MOST.name),
      address: said(MOST.address),
      region: v.nullable(regionText),
      point: v.nullable(point),
    }),
  }),
]);
export type ReportBody = v.InferOutput<typeof ReportBody>;
/** As it is written down and sent. */
export type ReportBodyText = v.InferInput<typeof ReportBody>;

/** `id` is the asker's own: only an answer that repeats it is an answer to this report. */
export const ReportReceiptView = v.object({
  id: v.string(),
  lookup: v.string(),
  at: v.string(),
  state: v.picklist(REPORT_STATES),
});

/** What anybody who has the code may read: never the text nor the photo, which may name people. */
export const ReportAnswerView = v.object({
  lookup: v.string(),
  kind: v.picklist(REPORT_KINDS),
  station: v.nullable(v.object({ code: v.string(), name: v.string() })),
  at: v.string(),
  state: v.picklist(REPORT_STATES),
  answer: v.nullable(v.string()),
  answeredAt: v.nullable(v.string()),
});
