import { isText, oneOf, orNull, shapeOf } from '../../shared/feed/guard.ts';
import { type Lookup, parseLookup } from '../../shared/report/lookup.ts';
import { EXIT_REASONS, type ExitReason } from '../../shared/station/command.ts';
import { OBJECTION_STATES } from '../../shared/station/objection.ts';
import type { Http } from '../platform/http.ts';
import type { Post } from '../platform/post.ts';

/** A station that is to be given up, as the union made it public. */
export type Notice = {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly county: string;
  readonly address: string;
  readonly reasonCode: ExitReason;
  readonly reason: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly isSynthetic: boolean;
};

export type ObjectionAnswer = {
  readonly lookup: string;
  readonly code: string;
  readonly name: string;
  readonly at: string;
  readonly state: (typeof OBJECTION_STATES)[number];
  readonly answer: string | null;
};

/** `id`: made once for what was written, so that a lost answer and a second tap make one objection. */
type Objecting = { readonly id: string; readonly text: string; readonly contact: string | null };
/** `refused`: the server's own sentence and the field it is about; `unheard`: nobody of ours answered. */
type Objected =
  | { readonly kind: 'sent'; readonly lookup: Lookup }
  | { readonly kind: 'refused'; readonly sentence: string; readonly field: string | null }
  | { readonly kind: 'unheard' };

/** Notices and objections are read and written with a net only: what is public must be of today. */
export type NoticeDesk = {
  /** Null: nobody answered. */
  list(): Promise<readonly Notice[] | null>;
  newId(): string;
  object(code: string, objecting: Objecting): Promise<Objected>;
  /** `unknown`: there is none of this code; null: nobody answered. */
  answer(lookup: Lookup): Promise<ObjectionAnswer | 'unknown' | null>;
  /** Of this phone's own objections, the newest first. */
  mine(): readonly Lookup[];
};

type NoticesWorld = {
  readonly http: Pick<Http, 'json'>;
  readonly post: Post;
  readonly notes: { get(): string | null; put(text: string): void };
  readonly newId: () => string;
};

/** So many of one's own are asked about at once. */
const MINE = 10;

const isNotice = shapeOf<Notice>({
  code: isText,
  name: isText,
  city: isText,
  county: isText,
  address: isText,
  reasonCode: oneOf(EXIT_REASONS),
  reason: isText,
  from: orNull(isText),
  until: orNull(isText),
  isSynthetic: (value): value is boolean => typeof value === 'boolean',
});
const isBoard = shapeOf<{ readonly items: readonly unknown[] }>({
  items: (value): value is readonly unknown[] => Array.isArray(value),
});
const isAnswer = shapeOf<ObjectionAnswer>({
  lookup: isText,
  code: isText,
  name: isText,
  at: isText,
  state: oneOf(OBJECTION_STATES),
  answer: orNull(isText),
});
const isReceipt = shapeOf({ id: isText, lookup: isText });
const isProblem = shapeOf({ id: isText, detail: isText });
const isAtField = shapeOf({ field: isText });

export function openNotices({ http, post, notes, newId }: NoticesWorld): NoticeDesk {
  const mine = () => (notes.get() ?? '').split(' ').flatMap(readLookup);
  return {
    list: async () => {
      const answer = await http.json('/api/v1/notices');
      return answer.ok && isBoard(answer.value) ? answer.value.items.filter(isNotice) : null;
    },
    newId,
    object: async (code, objecting) => {
      const answer = await post(`/api/v1/notices/${code}/objections`, JSON.stringify(objecting), objecting.id);
      const said = answer.ok ? objectedBy(answer.value.body, objecting.id) : ({ kind: 'unheard' } as const);
      if (said.kind === 'sent') notes.put([said.lookup, ...mine()].slice(0, MINE).join(' '));
      return said;
    },
    answer: async (lookup) => {
      const answer = await http.json(`/api/v1/objections/${lookup}`);
      if (!answer.ok) return answer.refusal.kind === 'server' && answer.refusal.status === 404 ? 'unknown' : null;
      return isAnswer(answer.value) && answer.value.lookup === lookup ? answer.value : null;
    },
    mine,
  };
}

function readLookup(text: string): readonly Lookup[] {
  const lookup = parseLookup(text);
  return lookup.ok ? [lookup.value] : [];
}

/** Whatever does not repeat the id is no answer to this objection. */
function objectedBy(body: unknown, id: string): Objected {
  if (isReceipt(body) && body.id === id) {
    const [lookup] = readLookup(body.lookup);
    return lookup === undefined ? { kind: 'unheard' } : { kind: 'sent', lookup };
  }
  if (!isProblem(body) || body.id !== id) return { kind: 'unheard' };
  return { kind: 'refused', sentence: body.detail, field: isAtField(body) ? body.field : null };
}
