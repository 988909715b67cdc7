import { Button, Input } from 'antd';
import type { ExceptionEdit, HoursEdit } from '../../../../shared/station/hours-edit.ts';
import { OneOf } from '../../../desk/parts/Chips.tsx';
import { DeskIcon } from '../../../desk/parts/DeskIcon.tsx';
import { Field, FieldGroup } from '../parts/Field.tsx';
import css from './hours.module.css';
import { SpanList } from './SpanList.tsx';

type Props = { edit: HoursEdit; put: (part: Partial<HoursEdit>) => void };

const SHUT = [
  { value: 'shut', word: '这几天关闭' },
  { value: 'open', word: '这几天另开' },
] as const;

/** 临时变动: on certain dates only, with an end and a reason that workers read. */
export function Exceptions({ edit, put }: Props) {
  const { exceptions } = edit;
  const change = (at: number, part: Partial<ExceptionEdit>) =>
    put({ exceptions: exceptions.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <FieldGroup path="hours.exceptions" label="临时变动" hint="装修、停电这些有头有尾的，过了日子自己恢复。">
      {exceptions.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end and taken out whole
        <div key={i} className={css.part}>
          <OneException path={`hours.exceptions.${i}`} one={one} change={(part) => change(i, part)} />
          <Button
            size="small"
            icon={<DeskIcon name="trash" />}
            aria-label={`去掉第 ${i + 1} 个临时变动`}
            onClick={() => put({ exceptions: exceptions.filter((_, at) => at !== i) })}
          >
            去掉
          </Button>
        </div>
      ))}
      <Button
        size="small"
        icon={<DeskIcon name="plus" />}
        onClick={() => put({ exceptions: [...exceptions, { from: '', to: '', spans: [], reason: '' }] })}
      >
        加临时变动
      </Button>
    </FieldGroup>
  );
}

type OneProps = { path: string; one: ExceptionEdit; change: (part: Partial<ExceptionEdit>) => void };

function OneException({ path, one, change }: OneProps) {
  const isLate = one.from !== '' && one.to !== '' && one.to < one.from;
  return (
    <>
      <div className={css.line}>
        <Field path={`${path}.from`} label="从哪天">
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              value={one.from}
              onChange={(event) => change({ from: event.target.value })}
            />
          )}
        </Field>
        <Field
          path={`${path}.to`}
          label="到哪天"
          hint={isLate && <b className={css.late}>结束早于开始，改一下日期。</b>}
        >
          {(wiring) => (
            <Input
              {...wiring}
              type="date"
              value={one.to}
              {...(isLate && { status: 'error' as const })}
              onChange={(event) => change({ to: event.target.value })}
            />
          )}
        </Field>
        <Field path={`${path}.reason`} label="为什么" required>
          {(wiring) => (
            <Input
              {...wiring}
              maxLength={100}
              placeholder="如：装修"
              value={one.reason}
              onChange={(event) => change({ reason: event.target.value })}
            />
          )}
        </Field>
      </div>
      <OneOf
        label="这几天开不开"
        options={SHUT}
        value={one.spans.length === 0 ? 'shut' : 'open'}
        onChange={(said) => change({ spans: said === 'shut' ? [] : [{ from: '9:00', to: '17:00' }] })}
      />
      {one.spans.length > 0 && (
        <SpanList path={`${path}.spans`} name="这几天" spans={one.spans} put={(spans) => change({ spans })} />
      )}
    </>
  );
}
