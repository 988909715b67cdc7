import { Button, Input } from 'antd';
import { weekdayWord } from '../../../../shared/station/hours-words.ts';
import { OneOf } from '../../../desk/parts/Chips.tsx';
import { DeskIcon } from '../../../desk/parts/DeskIcon.tsx';
import type { MapPlace } from '../../../map/ground.ts';
import { OneSpan } from '../hours/SpanList.tsx';
import type { StopEdit, StopSpanEdit } from '../model.ts';
import { Field, FieldGroup } from '../parts/Field.tsx';
import type { SectionProps } from '../props.ts';
import { PointInput } from './PointInput.tsx';
import css from './place.module.css';

const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'].map((value) => ({ value, word: weekdayWord(Number(value)) }));

/** 停靠点 of a mobile station: where it stands, on which days, from when to when. */
export function Stops({ form, change, start }: SectionProps & { start: MapPlace }) {
  const { stops } = form;
  const put = (at: number, part: Partial<StopEdit>) =>
    change({ stops: stops.map((stop, i) => (i === at ? { ...stop, ...part } : stop)) });
  return (
    <FieldGroup path="stops" label="停靠点" required hint="每个停靠点在地图上单独找得到，不在停靠时间就是关门。">
      {stops.map((stop, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end and taken out whole
        <div key={i} className={css.stop}>
          <OneStop at={i} stop={stop} start={start} put={(part) => put(i, part)} />
          <Button
            size="small"
            icon={<DeskIcon name="trash" />}
            aria-label={`去掉第 ${i + 1} 个停靠点`}
            onClick={() => change({ stops: stops.filter((_, at) => at !== i) })}
          >
            去掉
          </Button>
        </div>
      ))}
      <Button
        icon={<DeskIcon name="plus" />}
        onClick={() => change({ stops: [...stops, { name: '', point: null, spans: [] }] })}
      >
        加停靠点
      </Button>
    </FieldGroup>
  );
}

type StopProps = { at: number; stop: StopEdit; start: MapPlace; put: (part: Partial<StopEdit>) => void };

function OneStop({ at, stop, start, put }: StopProps) {
  const name = `第 ${at + 1} 个停靠点`;
  const change = (i: number, part: Partial<StopSpanEdit>) =>
    put({ spans: stop.spans.map((span, n) => (n === i ? { ...span, ...part } : span)) });
  return (
    <>
      <Field path={`stops.${at}.name`} label="叫什么" required>
        {(wiring) => (
          <Input {...wiring} maxLength={60} value={stop.name} onChange={(event) => put({ name: event.target.value })} />
        )}
      </Field>
      <Field path={`stops.${at}.point`} label="在哪儿" required>
        {(wiring) => (
          <PointInput
            wiring={wiring}
            name={name}
            point={stop.point}
            start={start}
            onPlace={({ point }) => put({ point })}
          />
        )}
      </Field>
      <FieldGroup path={`stops.${at}.spans`} label="什么时候停">
        {stop.spans.map((span, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end and taken out whole
          <div key={i} className={css.stay}>
            <OneOf
              label={`${name}第 ${i + 1} 次是周几`}
              options={WEEKDAYS}
              value={`${span.weekday}`}
              onChange={(weekday) => change(i, { weekday: Number(weekday) })}
            />
            <OneSpan
              path={`stops.${at}.spans.${i}`}
              name={`${name}第 ${i + 1} 次`}
              span={span}
              change={(part) => change(i, part)}
              drop={() => put({ spans: stop.spans.filter((_, n) => n !== i) })}
            />
          </div>
        ))}
        <Button size="small" onClick={() => put({ spans: [...stop.spans, nextStay(stop.spans)] })}>
          加一次
        </Button>
      </FieldGroup>
    </>
  );
}

/** The next day at the same time. */
function nextStay(spans: readonly StopSpanEdit[]): StopSpanEdit {
  const last = spans[spans.length - 1];
  return last === undefined ? { weekday: 0, from: '9:00', to: '11:00' } : { ...last, weekday: (last.weekday + 1) % 7 };
}
