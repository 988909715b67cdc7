import type { Region } from '../../../shared/station/region.ts';
import type { CoreWish, Download, Offer } from '../../sync/state.ts';
import { countText, sizeText } from './size.ts';

/** `郑州市`; the national part by its own word, a region nobody named by its code. */
export function placeName(region: string, regions: readonly Region[] | null): string {
  if (region === 'CN') return '全国概要';
  return regions?.find((one) => one.code === region)?.name ?? `城市 ${region}`;
}

/** `郑州市、洛阳市`. */
export function placeNames(all: readonly string[], regions: readonly Region[] | null): string {
  return all.map((region) => placeName(region, regions)).join('、');
}

/** `正在下载 11 / 18 KB`, `暂停了，已有 11 / 18 KB`, `排队下载`. */
export function downloadText({ state, got, total, isAnew }: Download): string {
  const bytes = total === 0 ? '' : ` ${partText(got, total)}`;
  if (state === 'paused') return total === 0 || got === 0 ? '暂停了，还没下载' : `暂停了，已有${bytes}`;
  if (state === 'waiting') return got === 0 ? '排队下载' : `排队，已有${bytes}`;
  return isAnew ? `接不上，从头下载${bytes}` : `正在下载${bytes}`;
}

/** In the unit of the whole, once: `11 / 18 KB`, `0.4 / 1.5 MB`. */
function partText(got: number, total: number): string {
  if (total < 1_000_000) return `${Math.round(got / 1000)} / ${sizeText(total)}`;
  return `${(got / 1_000_000).toFixed(1)} / ${sizeText(total)}`;
}

/** `1,286 个驿站，下载 25 KB`. */
export function offerText({ stations, sent }: Offer): string {
  return `${countText(stations)} 个驿站，下载 ${sizeText(sent)}`;
}

export const CORE_WISHES: readonly { readonly wish: CoreWish; readonly word: string }[] = [
  { wish: 'ask', word: '连 Wi-Fi 时' },
  { wish: 'on', word: '有网就存' },
  { wish: 'off', word: '不自动存' },
];

/** What will not work once it is deleted. */
export function lossText(region: string, name: string, isHere: boolean): readonly string[] {
  if (region === 'CN')
    return ['没有存过的城市，没有网时就看不到那里有没有驿站。', '以后不再自动存，要用时在这里再存。'];
  const loss = `没有网时，找不到${name}的驿站，也看不到开门时间和地址。`;
  return isHere
    ? [loss, `你现在就在${name}。删了不会自己再存，有网时也要先存回来才有名单。`]
    : [loss, '要用时在这里再存。'];
}

/** `系统已用 2.4 MB，还能给 6 GB`. */
export function usedText({ usage, quota }: { readonly usage: number; readonly quota: number }): string {
  return `歇脚一共占 ${sizeText(usage)}，手机还能给 ${roomText(Math.max(0, quota - usage))}。`;
}

function roomText(bytes: number): string {
  return bytes >= 1_000_000_000 ? `${Math.floor(bytes / 1_000_000_000)} GB` : sizeText(bytes);
}
