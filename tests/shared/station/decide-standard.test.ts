import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../shared/kernel/refusal.ts';
import type { CheckItem } from '../../../shared/station/command.ts';
import { SETTING_DEFAULTS } from '../../../shared/station/settings.ts';
import { STANDARDS } from '../../../shared/station/standards.ts';
import { Ledger, LI, WANG } from './ledger.ts';
import { factsOf, stationId } from './sample.ts';

const ID = stationId(1);
const [SIX] = STANDARDS;
const ITEMS = SIX?.items ?? [];

/** Accepts an approved station under the standard of the first id; what came of it, and what history says. */
function accepting(
  checklist: readonly CheckItem[],
  standard = SIX?.id ?? '',
): readonly [Refusal | null, string | null] {
  const ledger = new Ledger();
  const ask = (who: typeof WANG, command: Parameters<Ledger['ask']>[1]) =>
    ledger.ask(ID, command, {
      ...ledger.context(ID, who),
      settings: { ...SETTING_DEFAULTS, 'acceptance-standard': standard },
    });
  ask(WANG, { id: 'c', kind: 'draft', station: ID, facts: factsOf() });
  ask(WANG, { id: 'c', kind: 'submit', duplicateAnswer: null });
  ask(LI, { id: 'c', kind: 'approve' });
  const refusal = ask(LI, { id: 'c', kind: 'accept', checklist });
  return [refusal, ledger.history.get(ID)?.[3]?.reason ?? null];
}

describe('acceptance by a standard', () => {
  it('wants every item of it looked at and met, and says which are not', () => {
    expect(ITEMS.length).toBe(6);
    const [first, second, ...rest] = ITEMS.map((item) => ({ item, met: true }));
    if (first === undefined || second === undefined) throw new Error('no items');
    expect(accepting([])[0]).toEqual({ kind: 'checklist-unmet', items: ITEMS });
    const failed = accepting([first, { ...second, met: false }, ...rest]);
    expect(failed[0]).toEqual({ kind: 'checklist-unmet', items: [second.item] });
    expect(accepting([first, ...rest])[0]).toEqual({ kind: 'checklist-unmet', items: [second.item] });
  });

  it('leaves in the history by which standard it was, for wordings change', () => {
    const checklist = ITEMS.map((item) => ({ item, met: true }));
    expect(accepting(checklist)).toEqual([null, '六有标准（第 1 版）：6 项全部达到']);
    expect(accepting([], 'none')).toEqual([null, null]);
  });
});
