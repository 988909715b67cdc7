/** The pack file as PACK.md describes it. A reader refuses a higher version: it cannot know what changed. */
export const PACK_VERSION = 1;
/** 歇脚包, "XJPK". */
export const PACK_MAGIC = [0x58, 0x4a, 0x50, 0x4b] as const;
/** The national core's region on the wire; a city's is its adcode. */
export const NATION_NUMBER = 0;
export const SECTIONS = { core: 1, list: 2, rest: 3 } as const;
export type SectionName = keyof typeof SECTIONS;
/** More stations than China will ever have: bounds what a broken count can make a reader reserve. */
export const MAX_ROWS = 4_000_000;
