// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { instant } from '../../../shared/kernel/instant.ts';
import { Live } from '../../../web/ui/parts/Live.tsx';
import { PortsProvider } from '../../../web/ui/use-ports.tsx';
import { makeStage } from '../gallery/ports.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

test('a way that changes with every step is said at once, then at most every ten seconds, and always the newest', async () => {
  const { ports } = makeStage();
  const clock = { now: () => instant(Date.now()), subscribe: () => () => undefined };
  const box = document.createElement('div');
  const root = createRoot(box);
  const show = (text: string) =>
    act(async () =>
      root.render(
        <PortsProvider ports={{ ...ports, clock }}>
          <Live text={text} every={10_000} />
        </PortsProvider>,
      ),
    );
  const heard: (readonly [second: number, said: string])[] = [];
  await show('');
  for (let second = 0; second < 40; second++) {
    await show(`往右前方 ${400 - second * 10} 米`);
    await act(async () => vi.advanceTimersByTime(1000));
    const said = box.textContent ?? '';
    if (said !== '' && said !== heard[heard.length - 1]?.[1]) heard.push([second, said]);
  }
  expect(heard.map(([, said]) => said)[0]).toBe('往右前方 400 米');
  expect(heard.length).toBeGreaterThanOrEqual(4);
  for (const [n, [second, said]] of heard.entries()) {
    expect(said).toBe(`往右前方 ${400 - second * 10} 米`);
    if (n > 0) expect(second - (heard[n - 1]?.[0] ?? 0)).toBeGreaterThanOrEqual(10);
  }
  await act(async () => root.unmount());
});
