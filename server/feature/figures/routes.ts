import type { Deps } from '../../deps.ts';
import type { Door } from '../../http/mount.ts';

export function mountFigures(_door: Door, _deps: Deps): void {}
