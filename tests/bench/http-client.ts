import { Agent, type IncomingMessage, request } from 'node:http';

/**
 * Asks a server on loopback over kept connections, so that all it costs the server is the server's. Told by its parent:
 * `{port, paths, headers, count}`; answers `{done, status, bytes}` when the last reply has come.
 */
export type Ask = {
  readonly port: number;
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly count: number;
};
export type Asked = { readonly done: number; readonly status: number; readonly bytes: number };

const CONNECTIONS = 8;
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

function once({ port, headers }: Ask, path: string): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const asked = request({ agent, port, path, headers, host: '127.0.0.1' }, (reply: IncomingMessage) => {
      let bytes = 0;
      reply.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, bytes }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function all(ask: Ask): Promise<Asked> {
  let next = 0;
  let status = 0;
  let bytes = 0;
  const worker = async () => {
    while (next < ask.count) {
      const path = ask.paths[next++ % ask.paths.length] ?? '/';
      const reply = await once(ask, path);
      bytes += reply.bytes;
      // One wrong reply spoils the run: the last status that is not the first is what is told.
      if (status === 0 || reply.status !== status) status = reply.status;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return { done: next, status, bytes };
}

process.on('message', (ask: Ask) => {
  all(ask).then(
    (asked) => process.send?.(asked),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
