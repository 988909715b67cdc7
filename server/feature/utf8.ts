import type { Utf8 } from '../../shared/feed/bytes.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The platform's text codec, which the pure pack code is given. */
export const UTF8: Utf8 = { encode: (text) => encoder.encode(text), decode: (bytes) => decoder.decode(bytes) };
