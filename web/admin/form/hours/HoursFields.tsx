import type { Hours } from '../../../../shared/station/hours.ts';
import { editOf, type HoursEdit, hoursOfEdit } from '../../../../shared/station/hours-edit.ts';
import { HOURS_PRESETS } from '../../../../shared/station/hours-presets.ts';
import { sameWeeks, textBeside } from '../../../../shared/station/hours-write.ts';
import { OneOf } from '../../../desk/parts/Chips.tsx';
import { FieldGroup } from '../parts/Field.tsx';
import { FormSection } from '../parts/Section.tsx';
import type { SectionProps } from '../props.ts';
import { Exceptions } from './Exceptions.tsx';
import css from './hours.module.css';
import { Preview } from './Preview.tsx';
import { RawText } from './RawText.tsx';
import { Seasons } from './Seasons.tsx';
import { SpanList } from './SpanList.tsx';
import { WeekGrid } from './WeekGrid.tsx';

const KINDS = [
  { value: 'weekly', word: '按星期' },
  { value: 'always', word: '24 小时' },
  { value: 'unknown', word: '不知道' },
] as const;
const HOLIDAYS = [
  { value: 'same', word: '照常' },
  { value: 'closed', word: '关闭' },
  { value: 'as-weekend', word: '同周末' },
  { value: 'spans', word: '另定' },
  { value: 'unknown', word: '不知道' },
] as const;

/** 开放时间: left what is typed, right what the app makes of it and what workers will read. */
export function HoursFields({ form, change, before }: SectionProps & { before: Hours | null }) {
  const edit = form.hours;
  /** By hand: the text beside follows where it was read and would now say something else. */
  const put = (part: Partial<HoursEdit>) => {
    const next = { ...edit, ...part };
    const hours = hoursOfEdit(next);
    change({ hours: hours.ok ? { ...next, raw: textBeside(next.raw, hours.value) } : next });
  };
  const read = hoursOfEdit(edit);
  return (
    <FormSection id="hours" title="开放时间">
      <div className={css.sides}>
        <div className={css.edit}>
          <RawText edit={edit} put={(hours) => change({ hours })} />
          <FieldGroup path="hours.base" label="每周">
            <div className={css.heads}>
              <OneOf label="怎么开" options={KINDS} value={edit.base} onChange={(base) => put({ base })} />
            </div>
            <Presets edit={edit} put={(hours) => change({ hours })} />
            {edit.base === 'weekly' && <WeekGrid path="hours.days" days={edit.days} put={(days) => put({ days })} />}
          </FieldGroup>
          <FieldGroup path="hours.holidays" label="法定假日" hint="调休上班的日子按工作日算。">
            <OneOf
              label="法定假日"
              options={HOLIDAYS}
              value={edit.holidays}
              onChange={(holidays) => put({ holidays })}
            />
            {edit.holidays === 'spans' && (
              <SpanList
                path="hours.holidaySpans"
                name="法定假日"
                spans={edit.holidaySpans}
                put={(holidaySpans) => put({ holidaySpans })}
              />
            )}
          </FieldGroup>
          <Seasons edit={edit} put={put} />
          <Exceptions edit={edit} put={put} />
        </div>
        <Preview read={read} before={before} />
      </div>
    </FormSection>
  );
}

/** One press for hours that many keep; what a station closes for on certain days stays. */
function Presets({ edit, put }: { edit: HoursEdit; put: (edit: HoursEdit) => void }) {
  const now = hoursOfEdit(edit);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the group's legend says already what it is about
    <div className={css.presets} role="group" aria-label="常见的时间，按一下就填好">
      {HOURS_PRESETS.map(({ id, name, hours }) => (
        <button
          key={id}
          type="button"
          className={css.preset}
          aria-pressed={now.ok && sameWeeks(now.value, hours)}
          onClick={() => put({ ...editOf(hours), exceptions: edit.exceptions })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
