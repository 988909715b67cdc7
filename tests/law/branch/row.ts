import type { AccountFunction } from '../../../shared/station/lifecycle.ts';
import type { Station, Status } from '../../../shared/station/station.ts';
import type { RouteName } from '../../../shared/wire/route.ts';
import type { TestServer } from '../../fixtures/make/server.ts';

/**
 * Where the asker's union stands towards the station's, 二七区's own is 中原区 (410102): `own` the same union, `below` the
 * station's union is below the asker's (郑州市), `above` it is above the asker's (a town of it), `sibling` another county of the
 * city, `stranger` a county of Beijing.
 */
export const RELATIONS = ['own', 'below', 'above', 'sibling', 'stranger'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What may be asked about a row's own station, which nobody else touches. `other`: another open station of the same union. */
export type Target = {
  readonly station: Station;
  readonly other: Station;
  /** Another one for every question. */
  readonly command: string;
  /** What `prepare` put there. */
  readonly made: { readonly [name: string]: string };
};

export type Asked = { readonly path: string; readonly body?: unknown; readonly upload?: Uint8Array };

/**
 * One row: a route (for the route of life-cycle steps one row per step), how it is asked, and who may, by hand from DOMAIN §7.
 *
 * To add a row: put it into the list of your room's file in this folder (`rows-<room>.ts`, named in branch.test.ts). `status`
 * is that of the station made for the row. `may` names for each function the relations in which the answer is yes; all else is
 * no. `asks`: `one` – yes is any answer but 400, 401 and 404, and no is a 404; `list` – the answer is a list, yes is that the
 * station is in it, and no is that it is not; `self` – it is about the asker alone, `may` says for whom (mostly `EVERYBODY`); with
 * `neverDone` it may be refused, for the askers here have no account behind their session, but tells nothing of the station.
 * At least one yes of a row must be done for good (2xx), so the body must be right. `prepare` puts there what the question is
 * about (a contact, a report, a revision) and answers its ids as `made`.
 */
export type Row = {
  readonly route: RouteName;
  readonly what: string;
  readonly status?: Status;
  readonly asks: 'one' | 'list' | 'self';
  readonly ask: (target: Target) => Asked | Promise<Asked>;
  readonly may: Verdicts;
  readonly prepare?: (server: TestServer, target: Target) => Promise<{ readonly [name: string]: string }>;
  /** No answer in this test's world is a 2xx, for the reason given. */
  readonly neverDone?: string;
};

export type Verdicts = { readonly [F in AccountFunction]?: readonly Relation[] };

export const IN_BRANCH: readonly Relation[] = ['own', 'below'];
/** The level above a county: cities approve, counties propose. */
export const FROM_CITY: readonly Relation[] = ['below'];
export const EVERYBODY: Verdicts = {
  officer: RELATIONS,
  approver: RELATIONS,
  keeper: RELATIONS,
  inspector: RELATIONS,
  analyst: RELATIONS,
  auditor: RELATIONS,
  'security-admin': RELATIONS,
  'system-admin': RELATIONS,
};
