import type { FeedRegion } from '../../shared/feed/feed.ts';
import type { Gcj02, Wgs84 } from '../../shared/geo/point.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { StationCode } from '../../shared/station/code.ts';
import type { Region, RegionCode } from '../../shared/station/region.ts';
import type { CodeAnswer } from '../sync/ask-code.ts';
import type { GroundSupply } from '../sync/ground.ts';
import type { NoticeDesk } from '../sync/notices.ts';
import type { Reports } from '../sync/reports-state.ts';
import type { CoreWish, Offer, Stock, SyncState } from '../sync/state.ts';
import type { Visits } from '../sync/visits.ts';

/** A value of the world outside React. `get` returns the same object until something changed. */
export type Source<T> = { get(): T; subscribe(changed: () => void): () => void };

/**
 * Where the phone says it is. `accuracy` in metres, as the browser reports it (95 %). `insecure`: the address is plain
 * http, where browsers tell no page its place.
 */
export type LocateState =
  | { readonly kind: 'idle' | 'asking' | 'refused' | 'timeout' | 'unavailable' | 'insecure' }
  | { readonly kind: 'fix'; readonly point: Wgs84; readonly accuracy: number; readonly at: Instant };

export type Theme = 'auto' | 'light' | 'dark' | 'sun';
export type TextSize = 'normal' | 'elder';

/** The place the last list was sorted by; it never leaves the phone. */
export type LastPlace = {
  readonly point: Gcj02;
  readonly accuracy: number;
  readonly at: Instant;
  readonly label: string;
};

export type TravelMode = 'walk' | 'ride' | 'drive';
export type MapApp = 'amap' | 'baidu' | 'tencent' | 'apple';
/** How the person went the last time: 带我去 then asks nothing. */
export type GoBy = { readonly app: MapApp; readonly mode: TravelMode };

export type Prefs = {
  readonly theme: Theme;
  readonly size: TextSize;
  readonly lastPlace: LastPlace | null;
  readonly goBy: GoBy | null;
  /** The hint to leave WeChat was waved away. */
  readonly wechatSeen: boolean;
  /** This phone gives its fixes in GCJ-02 already: they are taken as they come (`fixPoint`). */
  readonly shifted: boolean;
  /** The regions picked last, the newest first. */
  readonly places: readonly RegionCode[];
  readonly core: CoreWish;
  /** Id of the street tiles the person turned on, knowing who sees where they look; null: the builtin base. */
  readonly tiles: string | null;
};

/** Whether the browser promised not to clear the stored cities; `unknown` when it cannot say. */
export type KeepState = 'kept' | 'not-kept' | 'unknown';

/** `none`: nothing on the phone reads Chinese aloud, and the button is left out. */
export type VoiceState = 'none' | 'silent' | 'speaking';

/** `ready`: the browser will ask when told to. `by-hand`: an iPhone, where only the person can do it. */
export type HomeScreenState = 'ready' | 'by-hand' | 'done' | 'none';

/** What the phone can do beside showing a page; null where it cannot, and the button is then left out. */
export type Device = {
  /** False when the clipboard refused. */
  copy(text: string): Promise<boolean>;
  readonly share: ((what: { readonly title: string; readonly url: string }) => void) | null;
  /** A PNG through the system's sheet where it takes files, else saved; call it from a tap. `name` without the ending. */
  givePicture(picture: {
    readonly png: Blob;
    readonly name: string;
    readonly title: string;
  }): Promise<'shared' | 'saved' | 'dropped'>;
  /** Opens a page of somebody else in a tab of its own; false when the browser wants a tap for that. */
  open(url: string): boolean;
  /** The screen stays lit until the answer is called, where the browser can. */
  keepAwake(): () => void;
  readonly isApple: boolean;
  /** Inside WeChat other apps can hardly be opened and little is kept: see `InWechat`. */
  readonly isWechat: boolean;
};

/**
 * Where a person looks who holds the phone. `degrees`: whole, clockwise from magnetic north, 0–359. `accuracy`: ± degrees
 * where the phone says so. `ask`: needs a tap that calls `request` (iPhone). `none`: no compass that knows north.
 */
export type HeadingState =
  | { readonly kind: 'off' | 'ask' | 'refused' | 'waiting' | 'none' }
  | { readonly kind: 'pointing'; readonly degrees: number; readonly accuracy: number | null };

/** Why the camera shows nothing: not allowed, there is none, another app has it, or it broke. */
export type CameraFault = 'refused' | 'no-camera' | 'busy' | 'broken';

/** A camera that looks for QR codes until it is stopped; it stops by itself when the page is hidden. */
export type Looking = {
  /** The lamp, where the camera has one; false when it did not obey. */
  readonly lamp: ((on: boolean) => Promise<boolean>) | null;
  stop(): void;
};

export type Scanner = {
  /** `found` is told each text read, also the same again; `stopped` when the camera ended without being asked to. */
  look(into: {
    readonly video: HTMLVideoElement;
    readonly found: (text: string) => void;
    readonly stopped: () => void;
  }): Promise<Looking | CameraFault>;
  /** All texts in a picture; null when it cannot be read as one. */
  read(photo: Blob): Promise<readonly string[] | null>;
};

/** Everything the screens get from outside: main.tsx wires the real ones, tests their own. */
export type Ports = {
  readonly sync: Source<SyncState> & { refresh(): void; ensureCity(region: RegionCode): void };
  /** The data on the phone, as a person manages it. */
  readonly stock: Source<Stock> & {
    /** Wanted from now on, also when it was deleted or paused before. */
    add(region: FeedRegion): void;
    pause(region: FeedRegion): void;
    /** Deletes it, or calls off its coming; false when it could not be deleted. */
    remove(region: FeedRegion): Promise<boolean>;
    /** What each pack costs, or null when the server cannot be asked. */
    offers(): Promise<ReadonlyMap<FeedRegion, Offer> | null>;
  };
  /** One fix for each `request`; after `follow` new ones as the person walks, while the page is seen, until its answer is called. */
  readonly locate: Source<LocateState> & { request(): void; follow(): () => void };
  /** Listens between `start` and `stop` while the page is seen; each start wants its own stop. */
  readonly heading: Source<HeadingState> & { request(): void; start(): void; stop(): void };
  readonly prefs: Source<Prefs> & { set(change: Partial<Prefs>): void };
  /** `subscribe` calls back about once a minute and when the page comes back into view. */
  readonly clock: { now(): Instant; subscribe(changed: () => void): () => void };
  /** `get`: a new version is waiting. `accept` swaps it in and reloads; nothing else ever does. */
  readonly update: Source<boolean> & { accept(): void };
  readonly keep: Source<KeepState> & {
    ask(): void;
    /** What this app takes up and may take up, in bytes as the browser reckons, or null where it does not say. */
    used(): Promise<{ readonly usage: number; readonly quota: number } | null>;
  };
  /** Whether the app itself opens without a net: not on plain http nor in some private windows and in-app browsers. */
  readonly shell: Source<KeepState>;
  readonly voice: Source<VoiceState> & { say(text: string): void; stop(): void };
  readonly homeScreen: Source<HomeScreenState> & { ask(): void };
  readonly device: Device;
  /** Null where the browser reads no QR codes; `hasCamera` false where only a picture can be read. */
  readonly scan: { readonly hasCamera: boolean; load(): Promise<Scanner | null> } | null;
  /** What was looked for last, as one text; it stays on the phone. `write` is false where nothing is kept. */
  readonly recent: { read(): string | null; write(text: string | null): boolean };
  /** All regions for the picker, or null when they can be had neither from the phone nor from the server. */
  readonly regions: { load(): Promise<readonly Region[] | null> };
  /** What the server knows of a code that the phone does not; the code is all that is sent. Null: nobody answered. */
  readonly codes: { ask(code: StationCode): Promise<CodeAnswer | null> };
  /** What this phone reports to the unions; the code for it comes when first asked for. */
  readonly reports: { load(): Promise<Reports> };
  /** Counts scans of plaques; the code for it comes with the first one. */
  readonly visits: { load(): Promise<Visits> };
  /** Stations that are to be given up, and what people object. */
  readonly notices: { load(): Promise<NoticeDesk> };
  /** What the map's ground is made of; asked for when a map opens. */
  readonly ground: { load(): Promise<GroundSupply> };
};

export const DEFAULT_PREFS: Prefs = {
  theme: 'auto',
  size: 'normal',
  lastPlace: null,
  goBy: null,
  wechatSeen: false,
  shifted: false,
  places: [],
  core: 'ask',
  tiles: null,
};
