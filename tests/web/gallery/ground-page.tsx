import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { gcj02, wgs84 } from '../../../shared/geo/point.ts';
import type { TileProvider } from '../../../shared/wire/tiles.ts';
import type { MapPlace } from '../../../web/map/ground.ts';
import { MapView } from '../../../web/map/MapView.tsx';
import { PointPicker } from '../../../web/map/PointPicker.tsx';
import { Unseen } from '../../../web/ui/parts/Shell.tsx';
import { PortsProvider, usePorts } from '../../../web/ui/use-ports.tsx';

import { makeStage } from './ports.ts';

/**
 * The ground of the map by itself: `?theme=`, `v=lng,lat,zoom`, `me=lng,lat,accuracy` (GCJ-02; `none` for no fix),
 * `tiles=` providers as JSON, `on=` the id turned on, `cover=` pixels under a sheet, `pick=1` the point picker.
 */
const query = new URLSearchParams(window.location.search);
const numbers = (name: string, usual: string): readonly number[] => (query.get(name) ?? usual).split(',').map(Number);

const [lng = 0, lat = 0, zoom = 0] = numbers('v', '113.6601,34.7502,15');
const [meLng = 0, meLat = 0, accuracy = 20] = numbers('me', '113.6601,34.7502,120');
const offered: readonly TileProvider[] = JSON.parse(query.get('tiles') ?? '[]');
const stage = makeStage({
  prefs: { shifted: true, tiles: query.get('on') },
  locate:
    query.get('me') === 'none'
      ? { kind: 'refused' }
      : { kind: 'fix', point: wgs84(meLng, meLat), accuracy, at: makeStage().minute.get() },
  tiles: offered,
});
const facing = query.get('facing');
if (facing !== null) stage.heading.put({ kind: 'pointing', degrees: Number(facing), accuracy: null });
document.documentElement.dataset.theme = query.get('theme') ?? 'light';
if (query.get('size') === 'elder') document.documentElement.dataset.size = 'elder';
if (query.has('page-painter')) Reflect.deleteProperty(window, 'OffscreenCanvas');

/** Said aloud for the test: where the map rests, and where places fall on the screen. */
function say(name: string, text: string): void {
  document.body.setAttribute(`data-${name}`, text);
}

function Ground() {
  const [view, setView] = useState<MapPlace>({ centre: gcj02(lng, lat), zoom });
  const marks = useMemo(() => numbers('at', ''), []);
  return (
    <MapView
      view={view}
      onView={(moved) => {
        setView(moved);
        say('view', JSON.stringify(moved));
      }}
      fromPicked={null}
      coveredBelow={Number(query.get('cover') ?? 0)}
      onNoPlace={() => say('no-place', 'yes')}
      layers={(ground) => {
        const [x = 0, y = 0] = marks;
        const pixel = ground.toPixel(gcj02(x, y));
        say('plane', ground.plane);
        say('pixel', marks.length === 2 ? `${pixel.x},${pixel.y}` : '');
        return null;
      }}
    />
  );
}

function Picker() {
  const { prefs } = usePorts();
  const [picked, setPicked] = useState<string>('');
  return (
    <>
      <PointPicker
        start={{ centre: gcj02(lng, lat), zoom }}
        word="就是这里"
        onPick={(point) => setPicked(`${point.lng},${point.lat}`)}
        onClose={() => prefs.set({})}
      />
      <output>{picked}</output>
    </>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('ground.html lost its #root');
createRoot(root).render(
  <PortsProvider ports={stage.ports}>
    <main style={{ position: 'fixed', inset: 0 }}>
      <Unseen as="h1">底图样片</Unseen>
      {query.has('pick') ? <Picker /> : <Ground />}
    </main>
  </PortsProvider>,
);
