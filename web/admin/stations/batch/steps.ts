import type { DateText } from '../../../../shared/kernel/instant.ts';
import type { CommandBody } from '../../../../shared/wire/command-body.ts';
import type { ListItem } from '../../../../shared/wire/list-view.ts';

/** One station of a batch, and what became of it. `command`: the id it is asked under, the same until it is answered. */
export type Job = {
  readonly item: Pick<ListItem, 'id' | 'name' | 'rev'>;
  readonly command: string;
  readonly state:
    | { readonly kind: 'waiting' | 'doing' | 'done' }
    /** The server said no, or (`unanswered`) nobody answered: then it can be tried again. */
    | { readonly kind: 'refused' | 'unanswered'; readonly why: string };
};

export type Step = Extract<CommandBody, { kind: 'confirm' | 'suspend' }>;

export const STEP_WORDS: { readonly [K in Step['kind']]: string } = { confirm: '确认无误', suspend: '暂停' };

export function confirming(): Step {
  return { kind: 'confirm', verified: 'desk' };
}

export function suspending(reason: string, until: string | null): Step {
  return { kind: 'suspend', reason, until: until as DateText | null };
}

/** What is left to do: never asked, or asked and not answered. */
export function isOpen({ state }: Job): boolean {
  return state.kind === 'waiting' || state.kind === 'unanswered';
}

export function countOf(jobs: readonly Job[], kind: Job['state']['kind']): number {
  return jobs.filter(({ state }) => state.kind === kind).length;
}

export function summaryText(jobs: readonly Job[]): string {
  const said = [
    ['办好', countOf(jobs, 'done')],
    ['没办成', countOf(jobs, 'refused')],
    ['没连上', countOf(jobs, 'unanswered')],
    ['没办', countOf(jobs, 'waiting')],
  ] as const;
  return said.flatMap(([word, count]) => (count > 0 ? [`${word} ${count} 个`] : [])).join('，');
}
