import type { Refusal } from '../kernel/refusal.ts';
import { sentence } from '../words/sentence.ts';

/** RFC 9457 body: `kind` is the machine's word, `detail` the person's sentence, `field` the path of the faulty field. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly kind: Refusal['kind'];
  readonly field?: string;
  /** All that the refusal says, for screens that show more than its sentence. */
  readonly data: Refusal;
};

/** HTTP status of every refusal kind; total by type. */
export const STATUS: { readonly [K in Refusal['kind']]: number } = {
  'field-required': 400,
  'field-type': 400,
  'field-range': 400,
  'field-length': 400,
  'field-choice': 400,
  'field-format': 400,
  'field-formula': 400,
  'point-abroad': 400,
  'field-date-early': 400,
  'code-shape': 400,
  'code-check': 400,
  'station-unknown': 404,
  'region-unknown': 404,
  'union-unknown': 404,
  'step-not-allowed': 409,
  'four-eyes': 403,
  'not-permitted': 404,
  'needs-approver': 409,
  'too-early': 409,
  'duplicate-unanswered': 409,
  'successor-unfit': 409,
  'move-too-far': 409,
  'checklist-unmet': 409,
  'objection-open': 409,
  'separate-accounts': 409,
  'rev-stale': 409,
  'receipt-conflict': 409,
  'federation-code-taken': 409,
  'serials-used-up': 409,
  'lookup-shape': 400,
  'lookup-check': 400,
  'report-unknown': 404,
  'report-step-not-allowed': 409,
  'file-too-large': 413,
  'file-unpacks-too-large': 413,
  'file-kind': 415,
  'file-broken': 422,
  'file-has-macros': 422,
  'file-encoding': 422,
  'file-no-header': 422,
  'file-too-many-rows': 413,
  'file-empty': 422,
  'pack-not-ours': 422,
  'pack-too-new': 422,
  'pack-truncated': 422,
  'pack-length': 422,
  'pack-hash': 422,
  'pack-section': 422,
  'file-missing': 404,
  'picture-unreadable': 422,
  'not-found': 404,
  'method-not-allowed': 405,
  'not-signed-in': 401,
  'fresh-sign-needed': 403,
  'body-not-file': 415,
  'body-not-json': 400,
  'body-too-large': 413,
  'rate-limited': 429,
  overloaded: 503,
  'protocol-too-new': 400,
  'foreign-origin': 403,
  internal: 500,
  'config-missing': 500,
  'config-invalid': 500,
  'tiles-invalid': 500,
  'schema-too-new': 500,
};

export function problemOf(refusal: Refusal): Problem {
  const status = STATUS[refusal.kind];
  const base = {
    type: `about:blank#${refusal.kind}`,
    title: refusal.kind,
    status,
    detail: sentence(refusal),
    kind: refusal.kind,
    data: refusal,
  };
  return 'field' in refusal ? { ...base, field: refusal.field } : base;
}
