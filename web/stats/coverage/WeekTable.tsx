import css from './coverage.module.css';
import { percent, WEEKDAYS } from './words.ts';

type Props = {
  caption: string;
  /** Weight for each of the 168 hours, Monday 0:00 first. */
  hours: readonly number[];
  weight: number;
  tone: 'covered' | 'unknown';
};

const DAY = Array.from({ length: 24 }, (_, hour) => hour);

/** Seven days by 24 hours, parts of a hundred: the number is the fact, the depth of the ground lets the eye find it. */
export function WeekTable({ caption, hours, weight, tone }: Props) {
  const most = Math.max(...hours);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is moved by the keyboard too
    <section className={css.scroll} tabIndex={0} aria-label={caption}>
      <table className={css.week}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">%</th>
            {DAY.map((hour) => (
              <th key={hour} scope="col">
                {hour} 点
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((day, at) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {DAY.map((hour) => (
                <Cell key={hour} part={hours[at * 24 + hour] ?? 0} of={{ weight, most }} tone={tone} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = { part: number; of: { readonly weight: number; readonly most: number }; tone: Props['tone'] };

/** The depth is in parts of the week's best hour: with few stations all would be equally pale otherwise. */
function Cell({ part, of: { weight, most }, tone }: CellProps) {
  const share = percent(part, weight);
  if (share === null) return <td>—</td>;
  const depth = most === 0 ? 0 : Math.min(4, Math.floor((5 * part) / most));
  const text = share > 0 && share < 10 ? share.toFixed(1) : share.toFixed(0);
  return <td className={`${css[tone]} ${css[`depth${depth}`]}`}>{text}</td>;
}
