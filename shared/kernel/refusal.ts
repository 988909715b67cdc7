/**
 * Every reason the product may say no, one union by `kind`. A refusal is data: `shared/words` turns it
 * into a Chinese sentence, `shared/wire/problem` into a status. Add a kind here first; both are total by type.
 */
export type Refusal =
  | FieldRefusal
  | CodeRefusal
  | StepRefusal
  | FileRefusal
  | PackRefusal
  | RequestRefusal
  | ConfigRefusal
  | AccountRefusal
  | DeskRefusal;

/** A field of a body, a form or a ledger row. `field` is its path, e.g. `point.lng`. */
export type FieldRefusal =
  | { readonly kind: 'field-required'; readonly field: string }
  | { readonly kind: 'field-type'; readonly field: string; readonly expected: string }
  | { readonly kind: 'field-range'; readonly field: string; readonly min: number; readonly max: number }
  | { readonly kind: 'field-length'; readonly field: string; readonly max: number }
  | { readonly kind: 'field-choice'; readonly field: string; readonly allowed: readonly string[] }
  | { readonly kind: 'field-format'; readonly field: string; readonly example: string }
  | { readonly kind: 'field-date-early'; readonly field: string; readonly notBefore: string }
  | { readonly kind: 'field-formula'; readonly field: string }
  | { readonly kind: 'point-abroad'; readonly field: string; readonly lng: number; readonly lat: number };

export type CodeRefusal =
  | { readonly kind: 'code-shape'; readonly code: string }
  | { readonly kind: 'code-check'; readonly code: string }
  | { readonly kind: 'station-unknown'; readonly code: string }
  | { readonly kind: 'region-unknown'; readonly region: string }
  | { readonly kind: 'union-unknown'; readonly union: string };

/** A life-cycle step that may not be taken. */
export type StepRefusal =
  | { readonly kind: 'step-not-allowed'; readonly step: string; readonly status: string }
  | { readonly kind: 'four-eyes'; readonly step: string }
  | { readonly kind: 'not-permitted'; readonly step: string }
  | { readonly kind: 'needs-approver'; readonly fields: readonly string[] }
  | { readonly kind: 'too-early'; readonly step: string; readonly notBefore: string }
  /** Similar stations nearby (codes, or names while they have none) that nobody has said to be different. */
  | { readonly kind: 'duplicate-unanswered'; readonly similar: readonly string[] }
  | { readonly kind: 'successor-unfit'; readonly code: string }
  /** A point moved further than a revision may move it. */
  | { readonly kind: 'move-too-far'; readonly metres: number; readonly max: number }
  /** Items of the union's standard, in its own words. */
  | { readonly kind: 'checklist-unmet'; readonly items: readonly string[] }
  | { readonly kind: 'objection-open' }
  /** Functions that one account may not hold together. */
  | { readonly kind: 'separate-accounts'; readonly functions: readonly string[] }
  | { readonly kind: 'rev-stale'; readonly based: number; readonly current: number }
  | { readonly kind: 'receipt-conflict'; readonly commandId: string }
  /** Another station carries this code of the federation's already. */
  | { readonly kind: 'federation-code-taken'; readonly federationCode: string }
  | { readonly kind: 'serials-used-up'; readonly region: string }
  /** A look-up code of a report that is none, or in which a digit was misread. */
  | { readonly kind: 'lookup-shape'; readonly lookup: string }
  | { readonly kind: 'lookup-check'; readonly lookup: string }
  /** No worker's report has this look-up code. */
  | { readonly kind: 'report-unknown'; readonly lookup: string }
  /** A step that a worker's report in this state cannot take. */
  | { readonly kind: 'report-step-not-allowed'; readonly step: string; readonly state: string };

export type FileRefusal =
  | { readonly kind: 'file-too-large'; readonly bytes: number; readonly max: number }
  | { readonly kind: 'file-unpacks-too-large'; readonly max: number }
  | { readonly kind: 'file-kind'; readonly name: string }
  | { readonly kind: 'file-broken'; readonly name: string }
  | { readonly kind: 'file-has-macros' }
  | { readonly kind: 'file-encoding' }
  | { readonly kind: 'file-no-header'; readonly wanted: readonly string[] }
  | { readonly kind: 'file-too-many-rows'; readonly max: number }
  | { readonly kind: 'file-empty' }
  | { readonly kind: 'file-missing'; readonly name: string }
  /** Bytes sent as a photo that are no picture we can read. */
  | { readonly kind: 'picture-unreadable' };

/** A pack or delta whose bytes are not what they should be. */
export type PackRefusal =
  | { readonly kind: 'pack-not-ours' }
  | { readonly kind: 'pack-too-new'; readonly version: number; readonly known: number }
  | { readonly kind: 'pack-truncated'; readonly section: string }
  | { readonly kind: 'pack-length'; readonly expected: number; readonly found: number }
  | { readonly kind: 'pack-hash' }
  | { readonly kind: 'pack-section'; readonly section: string; readonly problem: string };

export type RequestRefusal =
  | { readonly kind: 'not-found'; readonly path: string }
  | { readonly kind: 'method-not-allowed'; readonly method: string }
  | { readonly kind: 'body-not-json' }
  | { readonly kind: 'body-too-large'; readonly max: number }
  | { readonly kind: 'rate-limited'; readonly retrySeconds: number }
  | { readonly kind: 'overloaded'; readonly retrySeconds: number }
  | { readonly kind: 'protocol-too-new'; readonly version: number; readonly known: number }
  | { readonly kind: 'foreign-origin' }
  | { readonly kind: 'internal' };

export type ConfigRefusal =
  | { readonly kind: 'config-missing'; readonly name: string }
  | { readonly kind: 'config-invalid'; readonly name: string; readonly expected: string }
  /** An entry of the operator's street tiles. */
  | { readonly kind: 'tiles-invalid'; readonly provider: string; readonly field: string; readonly expected: string }
  | { readonly kind: 'schema-too-new'; readonly found: number; readonly known: number };

/** Signing in, accounts, unions and their settings. */
export type AccountRefusal =
  | { readonly kind: 'not-signed-in' }
  /** The password has to be given once more before this. */
  | { readonly kind: 'fresh-sign-needed' };

/** Work at a union's desk: stations, ledgers, plaques, reports. */
export type DeskRefusal = { readonly kind: 'body-not-file' };
