import { isNumber, isText, oneOf, orNull, shapeOf } from '../../shared/feed/guard.ts';
import { type Gcj02, gcj02 } from '../../shared/geo/point.ts';
import { type DateText, parseDate } from '../../shared/kernel/instant.ts';
import { parseCode, type StationCode } from '../../shared/station/code.ts';
import { EXIT_REASONS, type ExitReason } from '../../shared/station/command.ts';
import { isRegionCode, type RegionCode } from '../../shared/station/region.ts';
import type { Http } from '../platform/http.ts';

/** What the server says of a station that left. */
export type AskedGone = {
  readonly kind: 'gone';
  readonly code: StationCode;
  readonly name: string;
  readonly reason: 'retired' | 'merged' | 'relocated';
  readonly on: DateText;
  readonly exit: ExitReason | null;
  /** The station that counts today where there is one, else the one that took its place. */
  readonly successor: StationCode | null;
  readonly point: Gcj02;
};
/** `listed`: it stands in the register, in this county; `none`: nobody was ever given this code. */
export type CodeAnswer =
  | AskedGone
  | { readonly kind: 'listed'; readonly region: RegionCode }
  | { readonly kind: 'none' };

type GoneBody = {
  readonly gone: true;
  readonly code: string;
  readonly name: string;
  readonly status: AskedGone['reason'];
  readonly exitReason: string | null;
  readonly on: string;
  readonly successor: string | null;
  readonly current: string | null;
  readonly point: { readonly lng: number; readonly lat: number };
};

const isGone = shapeOf<GoneBody>({
  gone: (value): value is true => value === true,
  code: isText,
  name: isText,
  status: oneOf(['retired', 'merged', 'relocated']),
  exitReason: orNull(isText),
  on: isText,
  successor: orNull(isText),
  current: orNull(isText),
  point: shapeOf({ lng: isNumber, lat: isNumber }),
});
const isListed = shapeOf<{ readonly region: string }>({ region: isText });

/**
 * Asks what a code stands for that the phone knows nothing of; the code is all that is sent. Null: nobody answered, or
 * not in a way that makes sense, and it may be asked again.
 */
export async function askCode(http: Pick<Http, 'json'>, code: StationCode): Promise<CodeAnswer | null> {
  const answer = await http.json(`/api/v1/stations/${code}`);
  if (!answer.ok) return answer.refusal.kind === 'server' && answer.refusal.status === 404 ? { kind: 'none' } : null;
  const body = answer.value;
  if (isGone(body)) return goneOf(body, code);
  return isListed(body) && isRegionCode(body.region) ? { kind: 'listed', region: body.region } : null;
}

function goneOf(body: GoneBody, code: StationCode): AskedGone | null {
  const on = dateOf(body.on);
  const { lng, lat } = body.point;
  if (body.code !== code || on === null || Math.abs(lng) > 180 || Math.abs(lat) > 90) return null;
  return {
    kind: 'gone',
    code,
    name: body.name,
    reason: body.status,
    on,
    // A reason that came after this app is one of those it has no word for.
    exit: body.exitReason === null ? null : (EXIT_REASONS.find((each) => each === body.exitReason) ?? 'OTHER'),
    successor: codeOrNull(body.current) ?? codeOrNull(body.successor),
    point: gcj02(lng, lat),
  };
}

function dateOf(text: string): DateText | null {
  return parseDate(text) === null ? null : (text as DateText);
}

function codeOrNull(text: string | null): StationCode | null {
  const code = text === null ? null : parseCode(text);
  return code?.ok === true ? code.value : null;
}
