import { Button, Input } from 'antd';
import { type HoursEdit, monthDayOf, type SeasonEdit } from '../../../../shared/station/hours-edit.ts';
import { DeskIcon } from '../../../desk/parts/DeskIcon.tsx';
import { Field, FieldGroup } from '../parts/Field.tsx';
import css from './hours.module.css';
import { WeekGrid } from './WeekGrid.tsx';

type Props = { edit: HoursEdit; put: (part: Partial<HoursEdit>) => void };

const SUMMER = { from: '6月1日', to: '9月30日' };
const WINTER = { from: '11月15日', to: '3月15日' };

/** 季节: part of the year with a week of its own. */
export function Seasons({ edit, put }: Props) {
  const { seasons } = edit;
  const add = (days: Pick<SeasonEdit, 'from' | 'to'>) => put({ seasons: [...seasons, { ...days, days: edit.days }] });
  const change = (at: number, part: Partial<SeasonEdit>) =>
    put({ seasons: seasons.map((one, i) => (i === at ? { ...one, ...part } : one)) });
  return (
    <FieldGroup path="hours.seasons" label="季节" hint="一年里哪段时间不一样。跨年也行，如 11月15日到 3月15日。">
      {seasons.map((season, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end and taken out whole
        <div key={i} className={css.part}>
          <div className={css.line}>
            <DayField
              path={`hours.seasons.${i}.from`}
              label="从"
              value={season.from}
              put={(from) => change(i, { from })}
            />
            <DayField path={`hours.seasons.${i}.to`} label="到" value={season.to} put={(to) => change(i, { to })} />
            <Button
              size="small"
              icon={<DeskIcon name="trash" />}
              aria-label={`去掉第 ${i + 1} 个季节`}
              onClick={() => put({ seasons: seasons.filter((_, at) => at !== i) })}
            >
              去掉
            </Button>
          </div>
          <WeekGrid path={`hours.seasons.${i}.days`} days={season.days} put={(days) => change(i, { days })} />
        </div>
      ))}
      <div className={css.line}>
        <Button size="small" icon={<DeskIcon name="plus" />} onClick={() => add(SUMMER)}>
          加夏季时间
        </Button>
        <Button size="small" icon={<DeskIcon name="plus" />} onClick={() => add(WINTER)}>
          加冬季时间
        </Button>
      </div>
    </FieldGroup>
  );
}

function DayField({
  path,
  label,
  value,
  put,
}: {
  path: string;
  label: string;
  value: string;
  put: (text: string) => void;
}) {
  const date = monthDayOf(value);
  const word = date === null ? value : `${Number(date.slice(0, 2))}月${Number(date.slice(3))}日`;
  return (
    <Field path={path} label={label}>
      {(wiring) => (
        <Input
          {...wiring}
          size="small"
          className={css.clock ?? ''}
          value={/^\d\d-\d\d$/.test(value) ? word : value}
          {...(date === null && { status: 'error' as const })}
          onChange={(event) => put(event.target.value)}
        />
      )}
    </Field>
  );
}
