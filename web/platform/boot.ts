/**
 * The smallest script of the app, a file of its own under a name that never changes: it runs before everything else and
 * takes over when everything else fails (a release that throws at start, a file of it gone, a cache that was altered).
 * It imports nothing and uses only what browsers older than our floor know, so that it can still speak there.
 */
/** A start that has shown nothing after this long has failed. Milliseconds. */
const PATIENCE = 20_000;
/** Milliseconds. */
const GRACE = 1500;
const MENDED = 'mended';
let isFailed = false;

const root = (): HTMLElement | null => document.getElementById('root');
const isShown = (): boolean => root()?.firstElementChild != null && root()?.querySelector('[data-boot]') == null;

const part = (tag: string, text: string, style: string): HTMLElement => {
  const made = document.createElement(tag);
  made.textContent = text;
  // Through the object model: the policy of the page forbids style attributes.
  made.style.cssText = style;
  return made;
};

const say = (title: string, text: string): void => {
  const place = root();
  if (place === null) return;
  place.textContent = '';
  const box = part('main', '', 'padding: 48px 20px; font: 18px/1.6 sans-serif');
  box.setAttribute('data-boot', '');
  box.setAttribute('role', 'alert');
  const again = part('button', '再试一次', 'display: block; min-height: 56px; padding: 0 24px; font: inherit');
  again.addEventListener('click', () => {
    forget();
    window.location.reload();
  });
  const phone = part('a', '打 12351 问工会', 'display: inline-block; padding: 14px 0; color: inherit');
  phone.setAttribute('href', 'tel:12351');
  const all = [part('h1', title, 'font-size: 24px'), part('p', text, ''), again, phone];
  for (const one of all) box.appendChild(one);
  place.appendChild(box);
};

// A browser that keeps nothing for us may throw at the mere question.
const wasMended = (): boolean => {
  try {
    return window.sessionStorage.getItem(MENDED) !== null;
  } catch {
    return true;
  }
};
const note = (): void => {
  try {
    window.sessionStorage.setItem(MENDED, '1');
  } catch {
    // Then `wasMended` says yes, and nothing is tried twice.
  }
};
const forget = (): void => {
  try {
    window.sessionStorage.removeItem(MENDED);
  } catch {
    // Nothing was noted either.
  }
};

/** The app's files kept on the phone are dropped, the stations are not: they live elsewhere. */
const dropApp = (): Promise<unknown> => {
  const workers = 'serviceWorker' in navigator ? navigator.serviceWorker.getRegistrations() : Promise.resolve([]);
  const names = 'caches' in window ? window.caches.keys() : Promise.resolve([]);
  return Promise.all([
    workers.then((all) => Promise.all(all.map((one) => one.unregister()))),
    names.then((all) => Promise.all(all.map((name) => window.caches.delete(name)))),
  ]);
};

/** Only with our server at hand: without a net, dropping a broken copy would leave nothing at all. */
const mend = (): void => {
  if (isFailed || isShown()) return;
  isFailed = true;
  if (wasMended()) {
    say('歇脚没能打开', '换了一份新的也不行。手机浏览器太旧时会这样，可以换一个浏览器打开。存好的名单还在。');
    return;
  }
  say('正在换一份新的', '这一份歇脚没能打开，存好的名单还在。');
  fetch('/api/v1/health', { cache: 'no-store' })
    .then((answer) => answer.json())
    .then((health) => {
      if (health === null || typeof health.status !== 'string') throw new Error('not our server');
      note();
      return dropApp();
    })
    .then(
      () => window.location.reload(),
      () => say('歇脚没能打开', '现在也连不上网，换不了新的。有网时再试一次，存好的名单还在。'),
    );
};

/** Something failed; whether the app came up all the same shows a moment later. */
const suspect = ({ target }: Event): void => {
  // A picture that did not come has broken nothing.
  if (target instanceof HTMLImageElement) return;
  window.setTimeout(mend, GRACE);
};

// Capturing, because a file that could not be loaded says so only to its own element.
window.addEventListener('error', suspect, true);
window.addEventListener('unhandledrejection', suspect);
window.setTimeout(() => {
  if (isShown()) forget();
  else mend();
}, PATIENCE);

export {};
