import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What a command line says; its type follows from the options. */
export type Said<O extends NonNullable<ParseArgsConfig['options']>> = ReturnType<
  typeof parseArgs<{ readonly allowPositionals: true; readonly options: O }>
>;

/** This command's line, or null when it has an option there is not: how the command is used says which there are. */
export function argumentsOf<O extends NonNullable<ParseArgsConfig['options']>>(options: O): Said<O> | null {
  try {
    return parseArgs<{ readonly allowPositionals: true; readonly options: O }>({ allowPositionals: true, options });
  } catch {
    return null;
  }
}
