import type { AskWorld } from './ask.ts';

/** Fetch by the older way, the only one that tells how much of a body has left the machine: `progressed` with 0…1. */
export function fetchTelling(progressed: (part: number) => void): AskWorld['fetch'] {
  return (url, { method = 'GET', headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      new Headers(headers).forEach((value, name) => {
        request.setRequestHeader(name, value);
      });
      request.responseType = 'blob';
      request.upload.onprogress = ({ loaded, total }) => progressed(total > 0 ? loaded / total : 0);
      request.onload = () => resolve(responseOf(request));
      request.onerror = () => reject(new TypeError('no answer'));
      request.onabort = () => reject(new DOMException('called off', 'AbortError'));
      signal?.addEventListener('abort', () => request.abort(), { once: true });
      request.send(body instanceof Blob || typeof body === 'string' ? body : null);
    });
}

function responseOf(request: XMLHttpRequest): Response {
  const { status, response } = request;
  const type = request.getResponseHeader('content-type') ?? '';
  return new Response(response, { status, headers: { 'content-type': type } });
}
