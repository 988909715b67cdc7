import { Button, Input } from 'antd';
import type { Hours } from '../../../../shared/station/hours.ts';
import { editOf, type HoursEdit, hoursOfEdit } from '../../../../shared/station/hours-edit.ts';
import { type HoursReading, parseHours } from '../../../../shared/station/hours-parse.ts';
import { sameWeeks } from '../../../../shared/station/hours-write.ts';
import { hoursLines } from '../../../../shared/words/value.ts';
import { Tag } from '../../../desk/parts/Tag.tsx';
import { Field } from '../parts/Field.tsx';
import css from './hours.module.css';

type Props = { edit: HoursEdit; put: (edit: HoursEdit) => void };

/** 原来的写法: read while it is typed. What was understood goes into the week below; what was not is quoted. */
export function RawText({ edit, put }: Props) {
  const reading = parseHours(edit.raw ?? '');
  const now = hoursOfEdit(edit);
  const take = reading.understood ? reading.hours : reading.draft;
  const isTaken = take !== null && now.ok && sameWeeks(take, now.value);
  const type = (text: string) => {
    const raw = text === '' ? null : text;
    const read = parseHours(text);
    // Understood as a whole: the week follows the text. Half of a statement may be wrong, so that waits for a press.
    put(read.understood && text.trim() !== '' ? taken(edit, read.hours, raw) : { ...edit, raw });
  };
  return (
    <Field path="hours.raw" label="原来的写法" hint={<Understood reading={reading} raw={edit.raw} />}>
      {(wiring) => (
        <div className={css.raw}>
          <Input.TextArea
            {...wiring}
            rows={2}
            maxLength={500}
            placeholder="照门口或台账上的写，如：周一至周五 9:00-17:00，周末休息"
            value={edit.raw ?? ''}
            onChange={(event) => type(event.target.value)}
          />
          {!reading.understood && take !== null && !isTaken && (
            <Button onClick={() => put(taken(edit, take, edit.raw))}>先填看懂的部分</Button>
          )}
        </div>
      )}
    </Field>
  );
}

function taken(edit: HoursEdit, hours: Hours, raw: string | null): HoursEdit {
  return { ...editOf(hours), exceptions: edit.exceptions, raw };
}

function Understood({ reading, raw }: { reading: HoursReading; raw: string | null }) {
  if (raw === null || raw.trim() === '') return <span>写上原文，下面会自己填好；也可以直接填下面。</span>;
  if (reading.understood) return <Tag tone="ok">都看懂了</Tag>;
  const parts = reading.draft === null ? 0 : hoursLines(reading.draft).length;
  return (
    <span className={css.said}>
      {parts > 0 && <Tag tone="ok">看懂了 {parts} 处</Tag>}
      <Tag tone="soon">没看懂：“{reading.rest}”</Tag>
      <span>原文会一直保留，劳动者也能看到。</span>
    </span>
  );
}
