import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { makeLocate } from '../../../web/platform/locate.ts';
import { timers } from '../../fixtures/web/phone.ts';

type Question = { readonly yes: PositionCallback; readonly no: PositionErrorCallback; readonly how: PositionOptions };

/** The browser's own record of what the person allowed. */
function permission() {
  const status = Object.assign(new EventTarget(), { state: 'prompt' as PermissionState });
  const change = (state: PermissionState) => {
    status.state = state;
    status.dispatchEvent(new Event('change'));
  };
  return Object.assign({ query: async () => status } as unknown as Permissions, { change });
}

/** A phone whose owner, and satellites, answer when the test says so. */
function sky() {
  const questions: Question[] = [];
  const watched = new Map<number, Question>();
  const geolocation = {
    getCurrentPosition: (yes: PositionCallback, no: PositionErrorCallback, how: PositionOptions) => {
      questions.push({ yes, no, how });
    },
    watchPosition: (yes: PositionCallback, no: PositionErrorCallback) => {
      watched.set(watched.size + 1, { yes, no, how: {} });
      return watched.size;
    },
    clearWatch: (id: number) => watched.delete(id),
  } as unknown as Geolocation;
  const clockwork = timers();
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
  const permissions = permission();
  const locate = makeLocate({ geolocation, page, permissions, now: () => instant(77), after: clockwork.after });
  const last = (): Question => {
    const question = questions[questions.length - 1];
    if (question === undefined) throw new Error('nobody was asked');
    return question;
  };
  const refuse = (code: number) => last().no({ code } as GeolocationPositionError);
  const find = (question: Question, longitude: number) =>
    question.yes({ coords: { longitude, latitude: 34, accuracy: 12 } } as GeolocationPosition);
  return { questions, watched, permissions, page, clockwork, locate, last, refuse, find };
}

const NEVER_HIDDEN = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
const FIX = { kind: 'fix', point: { lng: 113, lat: 34 }, accuracy: 12, at: 77 };

describe('where the phone is', () => {
  test('is asked once for each request, precisely', () => {
    const { locate, questions, last, find } = sky();
    expect(locate.get()).toEqual({ kind: 'idle' });
    locate.request();
    locate.request();
    expect(locate.get()).toEqual({ kind: 'asking' });
    expect(questions.map(({ how }) => how.enableHighAccuracy)).toEqual([true]);
    find(last(), 113);
    expect(locate.get()).toEqual(FIX);
  });

  test('indoors is asked again less precisely', () => {
    const { locate, questions, refuse, last, find } = sky();
    locate.request();
    refuse(3);
    expect(locate.get()).toEqual({ kind: 'asking' });
    expect(questions).toHaveLength(2);
    expect(last().how.enableHighAccuracy).toBeUndefined();
    find(last(), 113);
    expect(locate.get()).toEqual(FIX);
  });

  test.each([
    ['refused', [1]],
    ['timeout', [3, 3]],
    ['unavailable', [2, 2]],
    ['refused', [3, 1]],
  ] as const)('%s', (kind, codes) => {
    const { locate, refuse, clockwork } = sky();
    locate.request();
    for (const code of codes) refuse(code);
    expect(locate.get()).toEqual({ kind });
    expect(clockwork.waits()).toEqual([]);
  });

  test('a question the person leaves open ends as a timeout, and a late yes still counts', () => {
    const { locate, clockwork, last, find } = sky();
    locate.request();
    const open = last();
    clockwork.fire();
    expect(locate.get()).toEqual({ kind: 'timeout' });
    find(open, 113);
    expect(locate.get()).toEqual(FIX);
  });

  test('an answer to an older question does not overrule a newer one', () => {
    const { locate, clockwork, last, find } = sky();
    locate.request();
    const old = last();
    clockwork.fire();
    locate.request();
    find(old, 100);
    expect(locate.get()).toEqual({ kind: 'asking' });
    find(last(), 113);
    expect(locate.get()).toEqual(FIX);
  });

  test.each([
    ['insecure', null],
    ['unavailable', undefined],
  ] as const)('is %s on plain http or without a receiver', (kind, geolocation) => {
    const world = { geolocation, page: NEVER_HIDDEN, permissions: undefined, now: () => instant(0) };
    const locate = makeLocate({ ...world, after: timers().after });
    locate.request();
    expect(locate.get()).toEqual({ kind });
    locate.follow()();
  });

  test('is forgotten when the right to ask is taken back, and asked again when it is given', async () => {
    const { locate, permissions, questions, last, find } = sky();
    locate.request();
    find(last(), 113);
    await Promise.resolve();
    permissions.change('denied');
    expect(locate.get()).toEqual({ kind: 'refused' });
    permissions.change('granted');
    expect(locate.get()).toEqual({ kind: 'asking' });
    expect(questions).toHaveLength(2);
  });

  test('follows a walker while somebody wants it and the page is seen', () => {
    const { locate, watched, page, find } = sky();
    const stop = locate.follow();
    const stopOther = locate.follow();
    expect(watched.size).toBe(1);
    for (const watch of watched.values()) find(watch, 113);
    expect(locate.get()).toEqual(FIX);
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(watched.size).toBe(0);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(watched.size).toBe(1);
    stop();
    stop();
    expect(watched.size).toBe(1);
    stopOther();
    expect(watched.size).toBe(0);
  });

  test('a walker who loses the sky keeps the last fix, one who takes the right back does not', () => {
    const { locate, watched, find } = sky();
    locate.follow();
    const [watch] = [...watched.values()];
    if (watch === undefined) throw new Error('nobody watches');
    watch.no({ code: 2 } as GeolocationPositionError);
    expect(locate.get()).toEqual({ kind: 'unavailable' });
    find(watch, 113);
    watch.no({ code: 3 } as GeolocationPositionError);
    expect(locate.get()).toEqual(FIX);
    watch.no({ code: 1 } as GeolocationPositionError);
    expect(locate.get()).toEqual({ kind: 'refused' });
  });
});
