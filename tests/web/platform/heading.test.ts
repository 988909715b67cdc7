// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { turnBetween } from '../../../shared/geo/bearing.ts';
import { headingOf } from '../../../web/platform/attitude.ts';
import { compassOf, follow } from '../../../web/platform/compass.ts';
import { type Heading, makeHeading } from '../../../web/platform/heading.ts';
import { timers } from '../../fixtures/web/phone.ts';

let seen: DocumentVisibilityState = 'visible';
Object.defineProperty(document, 'visibilityState', { get: () => seen });
function turn(to: DocumentVisibilityState): void {
  seen = to;
  document.dispatchEvent(new Event('visibilitychange'));
}
const turns = () => new Promise((done) => setTimeout(done));

type Told = {
  readonly alpha?: number;
  readonly beta?: number;
  readonly gamma?: number;
  readonly absolute?: boolean;
  readonly webkitCompassHeading?: number;
  readonly webkitCompassAccuracy?: number;
};

/** A sensor whose events come when the test says so, so many milliseconds after the page began. */
function sensor() {
  const clockwork = timers();
  const tell = (name: string, at: number, told: Told): void => {
    const event = new Event(name);
    Object.defineProperty(event, 'timeStamp', { value: at });
    window.dispatchEvent(Object.assign(event, { alpha: null, beta: 0, gamma: 0, absolute: false, ...told }));
  };
  return { clockwork, tell, load: async () => compassOf(window, clockwork.after) };
}

async function listening(part: Partial<Parameters<typeof makeHeading>[0]> = {}) {
  const world = sensor();
  const heading: Heading = makeHeading({ page: document, target: {}, load: world.load, ...part });
  heading.start();
  await turns();
  return { ...world, heading };
}

beforeEach(() => {
  seen = 'visible';
});

describe('where the phone points', () => {
  test('is told by an absolute angle, which grows the other way round', async () => {
    const { heading, tell } = await listening();
    expect(heading.get()).toEqual({ kind: 'waiting' });
    tell('deviceorientationabsolute', 0, { alpha: 270 });
    expect(heading.get()).toEqual({ kind: 'pointing', degrees: 90, accuracy: null });
    heading.stop();
    expect(heading.get()).toEqual({ kind: 'off' });
  });

  test('is told by Safari’s own compass, with how sure it is', async () => {
    const { heading, tell } = await listening();
    tell('deviceorientation', 0, { alpha: 12, webkitCompassHeading: 45, webkitCompassAccuracy: 15 });
    expect(heading.get()).toEqual({ kind: 'pointing', degrees: 45, accuracy: 15 });
    tell('deviceorientation', 5000, { alpha: 12, webkitCompassHeading: 45, webkitCompassAccuracy: -1 });
    expect(heading.get()).toEqual({ kind: 'pointing', degrees: 45, accuracy: null });
    heading.stop();
  });

  test('is not known from an angle that begins anywhere: that is no compass', async () => {
    const { heading, tell, clockwork } = await listening();
    tell('deviceorientation', 0, { alpha: 30, absolute: false });
    tell('deviceorientationabsolute', 1, {});
    expect(heading.get()).toEqual({ kind: 'waiting' });
    clockwork.fire();
    expect(heading.get()).toEqual({ kind: 'none' });
    // A compass that wakes up late is welcome all the same.
    tell('deviceorientation', 9000, { alpha: 350, absolute: true });
    expect(heading.get()).toEqual({ kind: 'pointing', degrees: 10, accuracy: null });
    heading.stop();
  });

  test('is heard by all who want it, only while one does and the page is seen', async () => {
    const { heading, tell } = await listening();
    heading.start();
    heading.stop();
    tell('deviceorientationabsolute', 0, { alpha: 0 });
    expect(heading.get().kind).toBe('pointing');
    turn('hidden');
    tell('deviceorientationabsolute', 10_000, { alpha: 90 });
    expect(heading.get()).toEqual({ kind: 'pointing', degrees: 0, accuracy: null });
    turn('visible');
    await turns();
    tell('deviceorientationabsolute', 20_000, { alpha: 90 });
    expect(heading.get()).toEqual({ kind: 'pointing', degrees: 270, accuracy: null });
    heading.stop();
    tell('deviceorientationabsolute', 30_000, { alpha: 0 });
    expect(heading.get()).toEqual({ kind: 'off' });
  });

  test('cannot be told without the sensor’s code', async () => {
    const { heading } = await listening({ load: () => Promise.reject(new Error('no net')) });
    expect(heading.get()).toEqual({ kind: 'none' });
  });

  test.each([
    ['granted', 'none', 'pointing'],
    ['denied', 'refused', 'refused'],
  ] as const)('on an iPhone is asked for by a tap when nothing is heard: %s', async (answer, silent, kind) => {
    const target = { DeviceOrientationEvent: { requestPermission: async () => answer } };
    const { heading, tell, clockwork } = await listening({ target });
    expect(heading.get()).toEqual({ kind: 'waiting' });
    clockwork.fire();
    expect(heading.get()).toEqual({ kind: 'ask' });
    heading.request();
    await turns();
    clockwork.fire();
    expect(heading.get()).toEqual({ kind: silent });
    if (answer === 'granted') tell('deviceorientation', 1, { webkitCompassHeading: 1 });
    expect(heading.get().kind).toBe(kind);
    heading.stop();
  });

  test('nobody is asked where the question exists and the compass is heard without it', async () => {
    const target = { DeviceOrientationEvent: { requestPermission: async () => 'denied' } };
    const { heading, tell, clockwork } = await listening({ target });
    tell('deviceorientationabsolute', 0, { alpha: 350 });
    clockwork.fire();
    expect(heading.get()).toEqual({ kind: 'pointing', degrees: 10, accuracy: null });
    heading.stop();
  });

  test('an iPhone that was asked without a tap can be asked again', async () => {
    const target = { DeviceOrientationEvent: { requestPermission: () => Promise.reject(new Error('no gesture')) } };
    const { heading, clockwork } = await listening({ target });
    clockwork.fire();
    heading.request();
    await turns();
    expect(heading.get()).toEqual({ kind: 'ask' });
  });
});

describe('a trembling hand', () => {
  test('moves the pointer little, across north too', async () => {
    const { heading, tell } = await listening();
    const told = new Set<number>();
    heading.subscribe(() => {
      const state = heading.get();
      if (state.kind === 'pointing') told.add(state.degrees);
    });
    for (let n = 0; n < 60; n++) tell('deviceorientationabsolute', n * 60, { alpha: n % 2 === 0 ? 357 : 3 });
    for (const degrees of told) expect(Math.abs(turnBetween(0, degrees))).toBeLessThanOrEqual(3);
    heading.stop();
  });

  test('is not drawn more than twenty times a second', async () => {
    const { heading, tell } = await listening();
    let drawn = 0;
    heading.subscribe(() => {
      drawn += 1;
    });
    for (let ms = 0; ms < 1000; ms += 16) tell('deviceorientationabsolute', ms, { alpha: (ms / 5) % 360 });
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThanOrEqual(20);
    heading.stop();
  });

  test('a turn of the body is followed within a second', () => {
    let shown = 350;
    for (let ms = 0; ms < 1000; ms += 50) shown = follow(shown, 80, 50);
    expect(Math.abs(turnBetween(shown, 80))).toBeLessThan(1);
  });
});

describe('how a phone is held', () => {
  test.each([
    ['flat, north', { alpha: 0, beta: 0, gamma: 0 }, { turned: 0, looks: 0 }],
    ['flat, turned to the west', { alpha: 90, beta: 0, gamma: 0 }, { turned: 0, looks: 270 }],
    ['at 45° before the chest, east', { alpha: 270, beta: 45, gamma: 0 }, { turned: 0, looks: 90 }],
    ['upright, north-east', { alpha: 315, beta: 90, gamma: 0 }, { turned: 0, looks: 45 }],
    ['leaning back past upright, south', { alpha: 180, beta: 110, gamma: 0 }, { turned: 0, looks: 180 }],
    // The left edge up: the phone itself looks west while its picture, turned by 90°, looks north.
    ['landscape, flat, north', { alpha: 90, beta: 0, gamma: 0 }, { turned: 90, looks: 0 }],
    ['landscape the other way, flat, north', { alpha: 270, beta: 0, gamma: 0 }, { turned: 270, looks: 0 }],
    // Held before the eyes in landscape: the side edge stands up, which gamma says.
    ['landscape, tilted to the eyes, north', { alpha: 90, beta: 0, gamma: -45 }, { turned: 90, looks: 0 }],
    ['landscape, tilted to the eyes, east', { alpha: 0, beta: 0, gamma: -45 }, { turned: 90, looks: 90 }],
  ])('%s', (_, attitude, { turned, looks }) => {
    expect(Math.abs(turnBetween(headingOf(attitude, turned), looks))).toBeLessThan(1e-9);
  });

  test('turning on the spot by so much turns the heading by as much', () => {
    const angle = fc.integer({ min: 0, max: 359 });
    const tilt = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.tuple(angle, tilt, fc.integer({ min: -60, max: 60 })), angle, ([alpha, beta, gamma], by) => {
        const before = headingOf({ alpha, beta, gamma }, 0);
        const after = headingOf({ alpha: alpha - by, beta, gamma }, 0);
        expect(Math.abs(turnBetween(turnBetween(before, after), by))).toBeLessThan(1e-6);
      }),
    );
  });
});
