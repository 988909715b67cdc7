import type { FiguresRefusal } from './refused-figures.ts';

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
  | DeskRefusal
  | FiguresRefusal;

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
  | { readonly kind: 'file-too-wide'; readonly max: number }
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
  | { readonly kind: 'fresh-sign-needed' }
  /** Unknown, wrong, locked, disabled: whoever asks is not told which. */
  | { readonly kind: 'sign-in-failed'; readonly attempts: number; readonly lockMinutes: number }
  /** The second step came too late after the first, or without it. */
  | { readonly kind: 'sign-in-lapsed' }
  | { readonly kind: 'account-locked'; readonly until: string }
  | { readonly kind: 'code-wrong' }
  | { readonly kind: 'code-used' }
  /** The first code of a second factor that is being set up. */
  | { readonly kind: 'set-up-code-wrong' }
  | { readonly kind: 'password-wrong'; readonly field: string }
  | {
      readonly kind: 'password-weak';
      readonly field: string;
      readonly why: 'short' | 'classes' | 'username' | 'common' | 'used';
      readonly least: number;
      readonly classes: number;
      readonly history: number;
    }
  /** An invitation that was used, replaced, or has run out: or none. */
  | { readonly kind: 'invite-unknown' }
  | { readonly kind: 'username-taken'; readonly field: string; readonly username: string }
  /** No such account in one’s own branch. */
  | { readonly kind: 'account-unknown' }
  /** What nobody may do to their own account. */
  | { readonly kind: 'own-account' }
  | UnionRefusal;

/** The tree of unions. */
export type UnionRefusal =
  /** It would stand below itself. */
  | { readonly kind: 'union-loop'; readonly field: string }
  /** The tree ends at towns: `max` levels. */
  | { readonly kind: 'union-too-deep'; readonly field: string; readonly max: number }
  /** Another union under the same parent is called so. */
  | { readonly kind: 'union-name-taken'; readonly field: string; readonly name: string }
  /** What still hangs on a union that is to be closed. */
  | { readonly kind: 'union-in-use'; readonly unions: number; readonly stations: number; readonly accounts: number }
  /** The union of a region: it is there as long as the region is. */
  | { readonly kind: 'union-fixed' }
  /** Nothing begins below a union that was closed. */
  | { readonly kind: 'union-closed'; readonly field: string };

/** Work at a union's desk: stations, ledgers, plaques, reports. */
export type DeskRefusal =
  | { readonly kind: 'body-not-file' }
  | LedgerRefusal
  | PlaqueRefusal
  | ListRefusal
  | InboxRefusal
  | BackupRefusal
  | StationWorkRefusal;

/** A station at its union's desk, and what it has beside its record. */
export type StationWorkRefusal =
  /** Somebody else's revision waits for an approver already. */
  | { readonly kind: 'revision-waiting' }
  | { readonly kind: 'revision-unknown' }
  /** Only its author takes a revision back. */
  | { readonly kind: 'revision-not-yours' }
  | { readonly kind: 'contact-unknown' }
  | { readonly kind: 'consent-needed'; readonly field: string }
  | { readonly kind: 'task-unknown' }
  | { readonly kind: 'task-done' }
  /** A name of a photo that the shelf of stations does not hold. */
  | { readonly kind: 'photo-unknown'; readonly field: string }
  /** There is no objection left to answer. */
  | { readonly kind: 'no-objection' };

/** Plaques, visits they count, and objections to public notices. */
export type PlaqueRefusal =
  /** A plaque leads to the app's own address, and nobody has said what it is. `name`: the variable that says it. */
  | { readonly kind: 'plaque-needs-origin'; readonly name: string }
  | { readonly kind: 'plaque-unpublished'; readonly code: string; readonly status: string }
  | { readonly kind: 'plaque-key-unknown'; readonly key: string }
  /** New plaques are made with this key. */
  | { readonly kind: 'plaque-key-current'; readonly key: string }
  /** What was scanned carries no tag of ours, or one that counts no more. */
  | { readonly kind: 'visit-tag'; readonly code: string }
  | { readonly kind: 'visit-day'; readonly from: string; readonly to: string }
  /** The station is not, or no longer, under public notice. */
  | { readonly kind: 'notice-closed'; readonly code: string }
  | { readonly kind: 'objection-unknown'; readonly lookup: string };

/** The list of stations: its pages, the views people keep, the files made of it. */
export type ListRefusal =
  /** A place in the list that is none of ours, or of another order. */
  | { readonly kind: 'cursor-unknown' }
  | { readonly kind: 'view-unknown' }
  | { readonly kind: 'view-name-taken'; readonly name: string }
  | { readonly kind: 'views-full'; readonly max: number }
  | { readonly kind: 'export-unknown' }
  | { readonly kind: 'export-unfinished' }
  /** One account makes so many files at a time. */
  | { readonly kind: 'exports-busy'; readonly max: number }
  | { readonly kind: 'nothing-to-export' };

/** Ledgers on their way into the register. */
export type LedgerRefusal =
  /** No uploaded ledger of the own branch has this id, or no row of it this number. */
  | { readonly kind: 'ledger-unknown'; readonly ledger: string }
  /** What was asked cannot be done to a ledger that is being worked on, or is done. */
  | { readonly kind: 'ledger-state'; readonly state: string }
  /** The preview was made anew since the asker looked at it. */
  | { readonly kind: 'ledger-changed'; readonly based: number; readonly current: number }
  /** So many ledgers of one union wait for their clerk already. */
  | { readonly kind: 'ledger-limit'; readonly max: number }
  /** A row whose station another branch of unions answers for. */
  | { readonly kind: 'outside-branch'; readonly region: string };

/** Workers' reports at the desk that answers them. */
export type InboxRefusal =
  /** No report of the own branch has this id: which others have is not told. */
  { readonly kind: 'report-not-here' };

/** Backups of the whole register, made and put back at the command line. */
export type BackupRefusal =
  | { readonly kind: 'backup-exists'; readonly name: string }
  | { readonly kind: 'backup-not-ours'; readonly name: string }
  /** `part`: the first part of the file that is not what its list says. */
  | { readonly kind: 'backup-broken'; readonly part: string }
  | { readonly kind: 'backup-too-new'; readonly version: number; readonly known: number }
  /** Its history was written under another `SECRET`. */
  | { readonly kind: 'backup-other-key' }
  /** The database is a server of its own with tools of its own. */
  | { readonly kind: 'backup-not-here' }
  /** Some program, above all the server, has the register open. */
  | { readonly kind: 'register-busy' };
