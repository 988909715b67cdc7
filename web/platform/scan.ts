import type { Scanner } from './camera.ts';

/** What reads QR codes here, if anything does; the code for it comes when it is first wanted. */
export type Scan = { readonly hasCamera: boolean; load(): Promise<Scanner | null> };

export function pageScan(target: Window): Scan | null {
  if (!('BarcodeDetector' in target)) return null;
  // Absent on plain http and in some in-app browsers.
  const media: MediaDevices | undefined = target.navigator.mediaDevices;
  return {
    hasCamera: typeof media?.getUserMedia === 'function',
    load: async () => {
      const { openScanner } = await import('./camera.ts');
      return openScanner(target);
    },
  };
}
