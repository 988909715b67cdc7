/** What a position that follows the person needs of the page: it rests while nobody looks. */
export type Seen = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

export type FollowWorld = {
  readonly geolocation: Geolocation | undefined | null;
  readonly page: Seen;
  readonly found: PositionCallback;
  readonly failed: PositionErrorCallback;
};

/** No fix from before this is one of a person who walks. Milliseconds. */
const AGE_MS = 2000;

/** Begins to watch, or joins whoever watches already; the answer ends it. Only while the page is seen. */
export function makeFollow({ geolocation, page, found, failed }: FollowWorld): () => () => void {
  if (geolocation === undefined || geolocation === null) return () => () => undefined;
  let followers = 0;
  let watch: number | null = null;
  const look = (): void => {
    const should = followers > 0 && page.visibilityState === 'visible';
    if (should && watch === null) {
      watch = geolocation.watchPosition(found, failed, { enableHighAccuracy: true, maximumAge: AGE_MS });
    } else if (!should && watch !== null) {
      geolocation.clearWatch(watch);
      watch = null;
    }
  };
  page.addEventListener('visibilitychange', look);
  return () => {
    let isOver = false;
    followers += 1;
    look();
    return () => {
      if (isOver) return;
      isOver = true;
      followers -= 1;
      look();
    };
  };
}
