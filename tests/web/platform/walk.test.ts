import { expect, test } from 'vitest';
import { wgs84 } from '../../../shared/geo/point.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import { cell } from '../../../web/platform/cell.ts';
import type { Locate } from '../../../web/platform/locate.ts';
import { keepUp } from '../../../web/platform/walk.ts';
import { timers } from '../../fixtures/web/phone.ts';

type State = ReturnType<Locate['get']>;

/** A phone in the hand of somebody who walks north as far as the test says. */
function walker() {
  const state = cell<State>({ kind: 'idle' });
  const clockwork = timers();
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const seen = { follows: 0 };
  const follow = () => {
    seen.follows += 1;
    return () => {
      seen.follows -= 1;
    };
  };
  const locate: Locate = { ...state, request: () => state.put({ kind: 'asking' }), follow };
  keepUp({ locate, page, after: clockwork.after });
  const fixAt = (metres: number, accuracy = 15) =>
    state.put({ kind: 'fix', point: wgs84(113.66, 34.75 + metres / 111_000), accuracy, at: instant(1) });
  const hide = (visibilityState: DocumentVisibilityState) => {
    page.visibilityState = visibilityState;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  return { state, locate, clockwork, seen, fixAt, hide };
}

test('who stands is listened to for twenty seconds after a fix, and then no more', () => {
  const { locate, clockwork, seen, fixAt } = walker();
  expect(seen.follows).toBe(0);
  locate.request();
  fixAt(0);
  expect(seen.follows).toBe(1);
  fixAt(8);
  expect(clockwork.waits()).toEqual([20_000]);
  clockwork.fire();
  expect(seen.follows).toBe(0);
  fixAt(500);
  expect(seen.follows).toBe(0);
});

test('who walks is followed until a minute without a step', () => {
  const { locate, clockwork, seen, fixAt } = walker();
  locate.request();
  fixAt(0);
  fixAt(31);
  expect(clockwork.waits()).toEqual([60_000]);
  fixAt(62);
  expect([seen.follows, clockwork.waits()]).toEqual([1, [60_000]]);
  clockwork.fire();
  expect(seen.follows).toBe(0);
});

test('a fix that may be that far off is no step', () => {
  const { locate, clockwork, fixAt } = walker();
  locate.request();
  fixAt(0, 80);
  fixAt(60, 80);
  expect(clockwork.waits()).toEqual([20_000]);
});

test('nothing listens while the page is hidden, nor after a refusal, and a new question begins anew', () => {
  const { state, locate, clockwork, seen, fixAt, hide } = walker();
  locate.request();
  fixAt(0);
  hide('hidden');
  expect([seen.follows, clockwork.waits()]).toEqual([0, []]);
  fixAt(90);
  hide('visible');
  expect(seen.follows).toBe(0);
  locate.request();
  fixAt(0);
  expect(seen.follows).toBe(1);
  state.put({ kind: 'refused' });
  expect(seen.follows).toBe(0);
});
