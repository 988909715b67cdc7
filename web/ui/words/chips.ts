import type { Amenity } from '../../../shared/station/amenity.ts';
import type { IconName } from '../parts/Icon.tsx';

/** The needs a worker can ask for with one tap. `any`: one of them is enough. */
export type Need = {
  readonly id: NeedId;
  readonly word: string;
  readonly icon: IconName;
  readonly any: readonly Amenity[];
};
export type NeedId = (typeof NEED_IDS)[number];

export const NEED_IDS = ['water', 'toilet', 'meal', 'charging', 'rest', 'cooling', 'heating', 'first-aid'] as const;

export const NEEDS: readonly Need[] = [
  { id: 'water', word: '喝水', icon: 'water', any: ['water'] },
  { id: 'toilet', word: '厕所', icon: 'toilet', any: ['toilet'] },
  { id: 'meal', word: '热饭', icon: 'meal', any: ['microwave', 'hot-meal'] },
  { id: 'charging', word: '充电', icon: 'charging', any: ['phone-charging'] },
  { id: 'rest', word: '休息', icon: 'rest', any: ['seating'] },
  { id: 'cooling', word: '避暑', icon: 'cooling', any: ['cooling'] },
  { id: 'heating', word: '取暖', icon: 'heating', any: ['heating'] },
  { id: 'first-aid', word: '急救', icon: 'first-aid', any: ['first-aid'] },
];

export function needOf(id: NeedId): Need {
  const need = NEEDS.find((one) => one.id === id);
  if (need === undefined) throw new Error(`no need ${id}`);
  return need;
}
