import { createHmac, timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '../../../shared/kernel/result.ts';
import type { Order, Place } from './page.ts';

/** Bytes of the seal: a place only tells where to go on, what is seen there is judged anew. */
const SEAL = 12;

/** A place in the list as text nobody can make up: `<place>.<seal>`, both base64url. It belongs to one order. */
export function writeCursor(secret: string, { sort, down }: Order, { key, id }: Place): string {
  const text = Buffer.from(JSON.stringify([sort, down, key, id])).toString('base64url');
  return `${text}.${sealOf(secret, text)}`;
}

/** Refuses `cursor-unknown` what we did not write, or wrote for another order. */
export function readCursor(secret: string, order: Order, cursor: string): Result<Place> {
  const [text = '', seal = '', ...rest] = cursor.split('.');
  const [found, wanted] = [Buffer.from(seal), Buffer.from(sealOf(secret, text))];
  const isOurs = rest.length === 0 && found.length === wanted.length && timingSafeEqual(found, wanted);
  if (!isOurs) return refuse({ kind: 'cursor-unknown' });
  const [sort, down, key, id]: [string, boolean, number | string, string] = JSON.parse(
    Buffer.from(text, 'base64url').toString(),
  );
  return sort === order.sort && down === order.down ? ok({ key, id }) : refuse({ kind: 'cursor-unknown' });
}

function sealOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`list cursor ${text}`).digest().subarray(0, SEAL).toString('base64url');
}
