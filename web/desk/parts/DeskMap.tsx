import { lazy, type ReactNode, Suspense } from 'react';
import type { PointPicker as Picker } from '../../map/PointPicker.tsx';
import { PortsProvider } from '../../ui/use-ports.tsx';
import { Loading } from './Loading.tsx';
import { mapPorts } from './map-ports.ts';

const PointPicker = lazy(async () => ({ default: (await import('../../map/PointPicker.tsx')).PointPicker }));

/** The workers' map inside the workspace: it brings the ports the map asks for. */
export function MapRoom({ children }: { children: ReactNode }) {
  return (
    <PortsProvider ports={mapPorts()}>
      <Suspense fallback={<Loading rows={4} />}>{children}</Suspense>
    </PortsProvider>
  );
}

/** A place picked by moving the map under a cross. */
export function DeskPicker(props: Parameters<typeof Picker>[0]) {
  return (
    <MapRoom>
      <PointPicker {...props} />
    </MapRoom>
  );
}
