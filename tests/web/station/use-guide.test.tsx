// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { useGuide } from '../../../web/station/compass/use-guide.ts';
import { PortsProvider } from '../../../web/ui/use-ports.tsx';
import { LAST, makeStage, ROUGH, type Stage } from '../gallery/ports.ts';
import { DEHUA } from '../gallery/world.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

function Probe() {
  const { guide } = useGuide(DEHUA.point);
  if (guide === null) return 'no place';
  return guide.kind === 'arrived' ? 'there' : `${guide.metres} ${guide.words} ${guide.by}`;
}

async function shown(stage: Stage) {
  const following: string[] = [];
  const follow = () => {
    following.push('follow');
    return () => void following.push('unfollow');
  };
  const ports = { ...stage.ports, locate: { ...stage.ports.locate, follow } };
  const box = document.createElement('div');
  const root = createRoot(box);
  await act(async () =>
    root.render(
      <PortsProvider ports={ports}>
        <Probe />
      </PortsProvider>,
    ),
  );
  return { following, reads: () => box.textContent, leave: () => act(async () => root.unmount()) };
}

test('the arrow’s screen follows the person, listens to the compass and stays lit, and ends all of it', async () => {
  const stage = makeStage();
  const { following, reads, leave } = await shown(stage);
  expect(reads()).toBe('240 米 往北 null');
  expect([...following, ...stage.asked]).toEqual(['follow', 'heading on', 'awake']);
  await act(async () => stage.heading.put({ kind: 'pointing', degrees: 180, accuracy: null }));
  expect(reads()).toBe('240 米 往回走 compass');
  await leave();
  expect(following).toEqual(['follow', 'unfollow']);
  expect(stage.asked).toEqual(['heading on', 'awake', 'heading off', 'asleep']);
});

test('the place of an earlier visit and a useless fix sort a list, but point no arrow', async () => {
  for (const locate of [ROUGH, { kind: 'refused' } as const]) {
    const { reads, leave } = await shown(makeStage({ locate, prefs: { lastPlace: LAST } }));
    expect(reads()).toBe('no place');
    await leave();
  }
});

test('a phone that was never asked where it is, is asked now', async () => {
  const stage = makeStage({ locate: { kind: 'idle' } });
  const { leave } = await shown(stage);
  expect(stage.asked).toContain('locate');
  await leave();
});
