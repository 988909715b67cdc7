import { Select } from 'antd';
import { REPORT_KINDS } from '../../../shared/report/report.ts';
import { REPORT_KIND_WORDS, REPORT_STATE_OFFICIAL } from '../../../shared/words/report.ts';
import { numberText } from '../../desk/parts/number-text.ts';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import type { Reply } from '../../platform/ask.ts';
import css from './inbox.module.css';
import type { InboxQuery, InboxState } from './query.ts';

type Figures = Reply<'inboxFigures'> | undefined;
type Props = { inbox: InboxQuery; figures: Figures };

/** Which reports: by state and by how long they wait, then by kind and place. */
export function FilterBar({ inbox, figures }: Props) {
  const { query, state, change } = inbox;
  const isOverdue = query.overdue === '1';
  return (
    <>
      <fieldset className={css.views} aria-label="看哪些">
        {statesOf(figures).map(({ value, word, count }) => (
          <button
            key={value}
            type="button"
            className={css.view}
            aria-pressed={state === value && !isOverdue}
            onClick={() => change({ state: value === 'open' ? undefined : value, overdue: undefined })}
          >
            {word}
            {count !== null && ` ${numberText(count)}`}
          </button>
        ))}
        <button
          type="button"
          className={css.view}
          aria-pressed={isOverdue}
          onClick={() => change({ overdue: isOverdue ? undefined : '1', state: undefined })}
        >
          超过 {figures?.answerDays ?? 3} 天没答复 {figures?.overdue ?? ''}
        </button>
      </fieldset>
      <fieldset className={css.filters} aria-label="筛选">
        <Select
          className={css.select ?? ''}
          aria-label="说的是什么"
          prefix="说的是："
          placeholder="不限"
          allowClear
          value={query.kind ?? null}
          options={REPORT_KINDS.map((value) => ({ value, label: REPORT_KIND_WORDS[value] }))}
          popupMatchSelectWidth={false}
          onChange={(kind) => change({ kind: kind ?? undefined })}
        />
        <RegionSelect inbox={inbox} />
      </fieldset>
    </>
  );
}

type View = { readonly value: InboxState; readonly word: string; readonly count: number | null };

function statesOf(figures: Figures): readonly View[] {
  const { queued, received, accepted } = figures?.states ?? { queued: 0, received: 0, accepted: 0 };
  const of = (count: number) => (figures === undefined ? null : count);
  return [
    { value: 'open', word: '没答复', count: of(queued + received + accepted) },
    { value: 'received', word: REPORT_STATE_OFFICIAL.received, count: of(received) },
    { value: 'accepted', word: REPORT_STATE_OFFICIAL.accepted, count: of(accepted) },
    { value: 'queued', word: REPORT_STATE_OFFICIAL.queued, count: of(queued) },
    { value: 'answered', word: '答复过的', count: null },
  ];
}

/** Regions right below the union's own; none where it is a county. */
function RegionSelect({ inbox: { query, change } }: { inbox: InboxQuery }) {
  const { union } = useMe();
  const regions = useAnswer('regions', { query: { parent: union.region ?? '000000' } });
  const below = union.region === null ? [] : (regions.data?.items ?? []);
  if (below.length === 0) return null;
  return (
    <Select
      className={css.select ?? ''}
      aria-label="哪个地方"
      prefix="地方："
      placeholder="全部"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={query.region ?? null}
      options={below.map(({ code, name }) => ({ value: code, label: name }))}
      popupMatchSelectWidth={false}
      onChange={(region) => change({ region: region ?? undefined })}
    />
  );
}
