import { ok } from '../../../shared/kernel/result.ts';
import type { Deps } from '../../deps.ts';
import { type Door, mount } from '../../http/mount.ts';
import { noticeBoard } from './board.ts';
import { answerAct, objectAct } from './objection.ts';
import { eraseAct, revealAct, saidAct } from './objector.ts';

export function mountNotices(door: Door, deps: Deps): void {
  const board = noticeBoard(deps);
  mount(door, 'notices', async ({ query }) => ok(await board(query.region ?? null)));
  mount(door, 'objection', objectAct(deps));
  mount(door, 'objectionAnswer', answerAct(deps));
  mount(door, 'objectionsTo', saidAct(deps));
  mount(door, 'objectorReveal', revealAct(deps));
  mount(door, 'objectorErase', eraseAct(deps));
}
