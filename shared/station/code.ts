import type { Brand } from '../kernel/brand.ts';

/** 15 digits `AAAAAA T NNNNNN CC`; made only by `parseCode` and `makeCode`. */
export type StationCode = Brand<string, 'StationCode'>;
/** 1 fixed, 2 mobile, 3 driver home, 4 temporary, 9 test or synthetic. */
export type CodeType = 1 | 2 | 3 | 4 | 9;
