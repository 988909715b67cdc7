import { fixedText, TROUBLE_WORDS } from '../ui/words/find.ts';
import { accuracyText, HERE_WORDS } from '../ui/words/place.ts';
import { pastText } from '../ui/words/time.ts';
import type { PlaceWords } from './TopBar.tsx';
import type { Placed } from './use-anchor.ts';
import type { Near } from './use-near.ts';

type Here = Pick<Placed, 'anchor' | 'trouble' | 'region'>;

/** The two lines at the top: where the list stands, and how sure that is. */
export function placeWords({ anchor, trouble, region }: Here, near: Pick<Near, 'label' | 'now'>): PlaceWords {
  if (region !== null) return { title: region.name, hint: '按这里的中心算远近' };
  if (anchor === null) return nowhere(trouble);
  const title = near.label ?? HERE_WORDS;
  if (anchor.kind === 'chosen') {
    return { title: title === HERE_WORDS ? '选的地方' : title, hint: '按选的地方算远近' };
  }
  if (anchor.kind === 'fix') {
    return { title, hint: `${fixedText(anchor.at, near.now)}，${accuracyText(anchor.accuracy)}` };
  }
  return { title, hint: `上次的位置，${anchor.kind === 'last' ? pastText(anchor.at, near.now) : ''}` };
}

function nowhere(trouble: Here['trouble']): PlaceWords {
  if (trouble === null) return { title: '正在定位', hint: '也可以自己选地方' };
  if (trouble.kind === 'rough') return { title: '位置不准', hint: accuracyText(trouble.accuracy) };
  return { title: '不知道你在哪儿', hint: TROUBLE_WORDS[trouble.kind] };
}
