import { useMemo } from 'react';
import { useHash } from './chosen-place.ts';
import { type Fragment, readFragment } from './fragment.ts';

/** What stands behind the `#` now; the same object until it changes. */
export function useFragment(): Fragment {
  const hash = useHash();
  return useMemo(() => readFragment(hash), [hash]);
}
