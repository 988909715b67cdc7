import type { Utf8 } from '../../shared/feed/bytes.ts';

const encoder = new TextEncoder();
/** A byte order mark at the front is text like any other: the same bytes give the same text on both ends. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const utf8: Utf8 = { encode: (text) => encoder.encode(text), decode: (bytes) => decoder.decode(bytes) };
