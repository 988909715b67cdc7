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
                <Cell key={hour} share={percent(hours[at * 24 + hour] ?? 0, weight)} tone={tone} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ share, tone }: { share: number | null; tone: Props['tone'] }) {
  if (share === null) return <td>—</td>;
  // Two sheets of the same colour: text stays on the pale one's ratio up to the middle, and turns over above it.
  const depth = Math.min(4, Math.floor(share / 20));
  return (
    <td className={`${css[tone]} ${css[`depth${depth}`]}`}>
      {share < 10 && share > 0 ? share.toFixed(1) : share.toFixed(0)}
    </td>
  );
}
