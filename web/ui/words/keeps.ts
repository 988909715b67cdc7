/** Why something is gone after closing: plain http, a browser that stores nothing, or one without a service worker. */
export type NotKept = 'insecure' | 'storage-refused' | 'no-worker';

/** The one line on the list. */
export function keepsNothing(what: NotKept): string {
  switch (what) {
    case 'insecure':
      return '这个网址不是 https：没有网时打不开，也定不了位。';
    case 'storage-refused':
      return '浏览器不让存名单（多半是无痕窗口），关掉就没了。';
    case 'no-worker':
      return '这个浏览器里，没有网时打不开歇脚。';
  }
}

export type Kept = { readonly works: readonly string[]; readonly gone: readonly string[]; readonly way: string };

/** The same at length, for the page about working without a net: what works all the same, what does not, what to do. */
export function keptSentences(what: NotKept): Kept {
  switch (what) {
    case 'insecure':
      return {
        works: ['找附近的、搜索、看站点'],
        gone: ['没有网时打开', '定位，要自己选区县', '装到桌面'],
        way: '网址最前面换成 https 再打开，就都有了。打不开的话，是网站还没装证书。',
      };
    case 'storage-refused':
      return {
        works: ['开着这个页面时，没有网也找得到、看得了'],
        gone: ['关掉以后还留着名单，下次要重新下载', '记住大字、颜色和上次的位置', '没有网时打开'],
        way: '用普通窗口（不是无痕）打开一次，就能存住。',
      };
    case 'no-worker':
      return {
        works: ['存住名单，下次打开更快', '开着这个页面时，没有网也找得到、看得了'],
        gone: ['关掉以后，没有网时再打开'],
        way: '用手机自带的浏览器打开同一个网址，存一次就行。',
      };
  }
}
