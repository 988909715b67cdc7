import type { DeskRefusal } from '../kernel/refusal.ts';
import type { Sentences } from './sentences.ts';

export const DESK_SENTENCES: Sentences<DeskRefusal['kind']> = {
  'body-not-file': () => '发来的不是文件，换成文件再发。',
};
