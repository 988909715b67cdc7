import { usePorts, useRegions, useSource } from '../use-ports.tsx';
import { placeNames } from '../words/stock.ts';
import { TextButton } from './Button.tsx';
import { Strip } from './Card.tsx';

/** The city one stands in is not on the phone though it could be: deleted by the person, or cleared by the browser. */
export function StockStrip() {
  const { stock } = usePorts();
  const { cleared, refusedHere, downloads } = useSource(stock);
  const regions = useRegions(cleared.length + refusedHere.length > 0) ?? null;
  const [refused] = refusedHere;
  if (cleared.length > 0) {
    const isComing = downloads.some(({ region, state }) => cleared.includes(region) && state !== 'paused');
    return (
      <Strip tone="notice" icon="warning">
        手机把{placeNames(cleared, regions)}的数据清掉了{isComing ? '，正在重新下载' : '，有网时重新下载'}。
      </Strip>
    );
  }
  if (refused === undefined) return null;
  return (
    <Strip tone="notice" icon="history" action={<TextButton onClick={() => stock.add(refused)}>存回来</TextButton>}>
      {placeNames([refused], regions)}的数据你删掉了。
    </Strip>
  );
}
