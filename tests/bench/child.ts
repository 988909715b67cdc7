import { type ChildProcess, fork } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Start = {
  /** The bench's own input, like `http-client`, built beside this one. */
  readonly entry: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** `shown`: what it prints is for the person at the terminal; else for whoever reads `stdout`. */
  readonly prints?: 'shown' | 'read';
};

/** Another process of the bench, with its own heap; its errors are shown. */
export function startChild({ entry, args, env = {}, prints = 'read' }: Start): ChildProcess {
  return fork(join(inputFolder(), `${entry}.js`), [...args], {
    env: { ...process.env, ...env },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', prints === 'shown' ? 'inherit' : 'pipe', 'inherit', 'ipc'],
  });
}

/** Where the built inputs lie; this file itself may have been built into a chunk in a folder below. */
export function inputFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return basename(here) === 'chunks' ? dirname(here) : here;
}

/** The next message of a child; refused when it ends without one. */
export function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a bench process ended with ${code} and said nothing`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as T);
    });
  });
}

/** The first match in what a child prints; the rest of its talk is let go. */
export function nextLine(child: ChildProcess, wanted: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let told = '';
    child.once('exit', (code) => reject(new Error(`a bench process ended with ${code} before it said ${wanted}`)));
    child.stdout?.on('data', (part: Buffer) => {
      if (told.length < 10_000) told += part.toString();
      const found = wanted.exec(told);
      if (found) resolve(found);
    });
  });
}

/** The one message a child sends before it ends. */
export async function messageOf<T>(start: Start): Promise<T> {
  const child = startChild(start);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const message = await nextMessage<T>(child);
  await ended;
  return message;
}
