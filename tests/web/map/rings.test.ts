import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worldX, worldY } from '../../../web/map/base/net.ts';
import { clearOf, crosses, ringsIn } from '../../../web/map/base/rings.ts';
import { pixelOf, type Scene } from '../../../web/map/base/scene.ts';
import { overlap, textBox } from '../../../web/map/base/text.ts';

const LOOK: Scene['look'] = {
  land: '',
  other: '',
  sea: '',
  outline: '',
  outlineFar: '',
  label: '',
  ring: '',
  meArea: '',
  font: '',
  textScale: 1,
  lineScale: 1,
};

/** A phone that looks so many pixels beside the person. */
function sceneAt({ zoom, right, down, above, below }: Asked): Scene {
  const size = 256 * 2 ** zoom;
  const [x, y, lat] = [worldX(113.6601), worldY(34.7502), 34.7502];
  return {
    width: 540,
    height: 1014,
    rimX: 90,
    rimY: 169,
    above,
    below,
    ratio: 2,
    zoom,
    middle: { lng: 113.6601, lat },
    x: x + right / size,
    y: y + down / size,
    me: null,
    rings: { x, y, lat },
    look: LOOK,
  };
}
type Asked = { zoom: number; right: number; down: number; above: number; below: number };

const asked = fc.record({
  zoom: fc.integer({ min: 9, max: 19 }),
  right: fc.integer({ min: -150, max: 150 }),
  down: fc.integer({ min: -300, max: 300 }),
  above: fc.integer({ min: 0, max: 120 }),
  below: fc.integer({ min: 0, max: 340 }),
});

test('a ring’s name stands on its ring, whole and in sight, and no dash of any ring runs through it', () => {
  let named = 0;
  fc.assert(
    fc.property(asked, (one) => {
      const scene = sceneAt(one);
      const rings = ringsIn(scene);
      const clear = clearOf(scene);
      for (const { x, y, radius, name, gap } of rings) {
        if (name === null || gap === null) continue;
        named += 1;
        const box = textBox(name);
        expect(Math.hypot(name.x - x, name.y - y)).toBeCloseTo(radius, 6);
        expect(box.left >= clear.left && box.right <= clear.right).toBe(true);
        expect(box.top >= clear.top && box.bottom <= clear.bottom).toBe(true);
        // What is drawn of the ring: all but the gap.
        for (let step = 0; step <= 100; step++) {
          const angle = gap.to + ((gap.from + 2 * Math.PI - gap.to) * step) / 100;
          const [px, py] = [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
          expect(px > box.left && px < box.right && py > box.top && py < box.bottom).toBe(false);
        }
        const others = rings.flatMap((other) => (other.name === null || other.name === name ? [] : [other.name]));
        expect(others.some((other) => overlap(textBox(other), box))).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
  expect(named).toBeGreaterThan(300);
});

test('a name whose place at the foot is covered moves along its ring', () => {
  const free = ringsIn(sceneAt({ zoom: 15, right: 0, down: 0, above: 0, below: 0 }));
  const covered = ringsIn(sceneAt({ zoom: 15, right: 0, down: 0, above: 70, below: 330 }));
  expect(free.map(({ name }) => name?.text)).toEqual(['250 米', '500 米', '1 公里']);
  expect(covered.slice(0, 2).map(({ name }) => name?.text)).toEqual(['250 米', '500 米']);
  expect(covered[1]?.name?.y).toBeLessThan(free[1]?.name?.y ?? 0);
});

test('a box lies across a ring only where the line itself runs through it', () => {
  const ring = { ...pixelOf(sceneAt({ zoom: 15, right: 0, down: 0, above: 0, below: 0 }), { x: 0, y: 0 }), radius: 50 };
  const box = (dx: number) => ({ left: ring.x + dx, top: ring.y - 5, right: ring.x + dx + 20, bottom: ring.y + 5 });
  expect(crosses(ring, box(40))).toBe(true);
  expect(crosses(ring, box(10))).toBe(false);
  expect(crosses(ring, box(52))).toBe(false);
});
