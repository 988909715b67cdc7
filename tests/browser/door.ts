import {
  type ClientRequest,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What goes wrong between a phone and the server. `captive`: a sign-in page with status 200 instead of any answer.
 * `unavailable`: 503 of whoever stands in front. `reset`: the line closes before an answer. `cut`: half a body under the
 * full content-length. `held`: the same, but the line stays open and silent. `cut-silent`: half a body and no length, so that only its end is missing. `altered`: one wrong
 * bit in a body of the right length. `lost`: the server did its work and nobody hears of it. `gone`: 404.
 */
export type Fault = 'captive' | 'unavailable' | 'reset' | 'cut' | 'held' | 'cut-silent' | 'altered' | 'lost' | 'gone';

export type Asked = { readonly path: string; readonly headers: IncomingHttpHeaders };

/** Stands in front of the real server, notes what is asked, and spoils answers on demand. */
export type Door = {
  readonly origin: string;
  /** Everything asked so far; tests empty it. */
  readonly asked: Asked[];
  /** Spoils the answers to what `when` names until told otherwise. */
  spoil(fault: Fault, when?: (asked: Asked) => boolean): void;
  mend(): void;
  /** Files served in place of the server's own, by path: a newer build. */
  deploy(files: ReadonlyMap<string, string>): void;
  close(): Promise<void>;
};

export const ofData = ({ path }: Asked): boolean => /^\/(api|packs)\//.test(path);
const SIGN_IN = '<!doctype html><title>Wi-Fi</title><form action="/login"><input name="phone"></form>';

export async function openDoor(behind: string): Promise<Door> {
  const asked: Asked[] = [];
  let spoiling: { readonly fault: Fault; readonly when: (asked: Asked) => boolean } | null = null;
  let files: ReadonlyMap<string, string> = new Map();
  const server = createServer((from, to) => {
    const one = { path: from.url ?? '/', headers: from.headers };
    asked.push(one);
    const file = files.get(one.path);
    const fault = spoiling?.when(one) === true ? spoiling.fault : null;
    if (fault === null && file !== undefined) serveFile(one.path, file, to);
    else answer(fault, new URL(one.path, behind), { from, to });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    spoil: (fault, when = () => true) => {
      spoiling = { fault, when };
    },
    mend: () => {
      spoiling = null;
    },
    deploy: (next) => {
      files = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

type Line = { readonly from: IncomingMessage; readonly to: ServerResponse };

function answer(fault: Fault | null, url: URL, { from, to }: Line): void {
  switch (fault) {
    case 'captive':
      to.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(SIGN_IN);
      return;
    case 'unavailable':
      to.writeHead(503, { 'content-type': 'text/html' }).end('<h1>503</h1>');
      return;
    case 'gone':
      to.writeHead(404, { 'content-type': 'text/plain' }).end('404');
      return;
    case 'reset':
      from.socket.resetAndDestroy();
      return;
    case null:
      passOn(url, { from, to });
      return;
    default:
      passSpoiled(fault, url, { from, to });
  }
}

function passOn(url: URL, { from, to }: Line): void {
  const on = ask(url, from, (reply) => {
    to.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(to);
  });
  on.on('error', () => from.socket.destroy());
  from.pipe(on);
}

function ask(url: URL, { headers, method }: Pick<IncomingMessage, 'headers' | 'method'>, got: Got): ClientRequest {
  return request(url, { method: method ?? 'GET', headers: { ...headers, host: url.host } }, got);
}
type Got = (reply: IncomingMessage) => void;

/** Uncompressed, so that what is wrong reaches the app and is not found by the browser's unpacking. */
function passSpoiled(fault: 'cut' | 'held' | 'cut-silent' | 'altered' | 'lost', url: URL, { from, to }: Line): void {
  const headers = { ...from.headers, 'accept-encoding': 'identity' };
  const on = ask(url, { headers, method: from.method ?? 'GET' }, (reply) => {
    const parts: Buffer[] = [];
    reply.on('data', (part: Buffer) => parts.push(part));
    reply.on('end', () => {
      const body = Buffer.concat(parts);
      if (fault === 'lost') from.socket.resetAndDestroy();
      else sendSpoiled(fault, { reply, body }, to);
    });
  });
  // What is asked with a body is asked with all of it.
  from.pipe(on);
}

type Whole = { readonly reply: IncomingMessage; readonly body: Buffer };

function sendSpoiled(
  fault: 'cut' | 'held' | 'cut-silent' | 'altered',
  { reply, body }: Whole,
  to: ServerResponse,
): void {
  const { 'content-length': _, ...rest } = reply.headers;
  const half = body.subarray(0, body.length >> 1);
  const status = reply.statusCode ?? 502;
  if (fault === 'altered') {
    const at = body.length >> 1;
    body[at] = (body[at] ?? 0) ^ 1;
    to.writeHead(status, reply.headers).end(body);
    return;
  }
  if (fault === 'cut' || fault === 'held') {
    to.writeHead(status, { ...rest, 'content-length': body.length });
    to.write(half, () => fault === 'cut' && to.destroy());
    return;
  }
  // Neither a length nor chunks: the end of the line is the end of the body.
  to.useChunkedEncodingByDefault = false;
  to.writeHead(status, { ...rest, connection: 'close' }).end(half);
}

function serveFile(path: string, body: string, to: ServerResponse): void {
  const type = path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
  to.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', vary: 'accept-encoding' }).end(body);
}
