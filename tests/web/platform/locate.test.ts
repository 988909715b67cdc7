import { describe, expect, test } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { makeLocate } from '../../../web/platform/locate.ts';
import { timers } from '../../fixtures/web/phone.ts';

type Question = { readonly yes: PositionCallback; readonly no: PositionErrorCallback; readonly how: PositionOptions };

/** A phone whose owner, and satellites, answer when the test says so. */
function sky() {
  const questions: Question[] = [];
  const geolocation = {
    getCurrentPosition: (yes: PositionCallback, no: PositionErrorCallback, how: PositionOptions) => {
      questions.push({ yes, no, how });
    },
  } as unknown as Geolocation;
  const clockwork = timers();
  const locate = makeLocate({ geolocation, now: () => instant(77), after: clockwork.after });
  const last = (): Question => {
    const question = questions[questions.length - 1];
    if (question === undefined) throw new Error('nobody was asked');
    return question;
  };
  const refuse = (code: number) => last().no({ code } as GeolocationPositionError);
  const find = (question: Question, longitude: number) =>
    question.yes({ coords: { longitude, latitude: 34, accuracy: 12 } } as GeolocationPosition);
  return { questions, clockwork, locate, last, refuse, find };
}

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

  test.each([null, undefined])('cannot be had on plain http or without a receiver', (geolocation) => {
    const locate = makeLocate({ geolocation, now: () => instant(0), after: timers().after });
    locate.request();
    expect(locate.get()).toEqual({ kind: 'unavailable' });
  });
});
