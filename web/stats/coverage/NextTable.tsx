import { GREEDY_BOUND } from '../../../shared/stats/cover-next.ts';
import { numberText } from '../../desk/parts/number-text.ts';
import css from './coverage.module.css';
import type { Found } from './use-coverage.ts';
import { OPEN_WORDS, percentText } from './words.ts';

/** Where the next stations would serve most, what each adds, and how good this choice surely is. */
export function NextTable({ found }: { found: Found }) {
  const { next, people, head } = found;
  const gained = next.places.reduce((sum, { gain }) => sum + gain, 0);
  if (next.places.length === 0) {
    return <p>在这个距离和这些时段里，所有需求点都已经有开着的站点，没有要再建的。</p>;
  }
  let sum = people.peopleHours;
  return (
    <>
      <p>
        再建 {next.places.length} 处（{OPEN_WORDS[head.open]}），每周多覆盖 {numberText(gained, 0)} 人时，整周覆盖从{' '}
        {percentText(people.peopleHours, people.allPeopleHours)} 到{' '}
        {percentText(people.peopleHours + gained, people.allPeopleHours)}。
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the window is moved by the keyboard too */}
      <section className={css.scroll} tabIndex={0} aria-label="建议再建的位置">
        <table className={css.places}>
          <thead>
            <tr>
              <th scope="col">次序</th>
              <th scope="col">
                建在哪里<small>坐标是 GCJ-02</small>
              </th>
              <th scope="col">
                每周多覆盖<small>人时</small>
              </th>
              <th scope="col">受益的权重</th>
              <th scope="col">
                整周覆盖<small>建到这处</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {next.places.map(({ name, regionName, lng, lat, gain, weight }, at) => {
              sum += gain;
              return (
                <tr key={`${lng} ${lat}`}>
                  <td>{at + 1}</td>
                  <th scope="row">
                    {name}
                    <small>
                      {regionName}{' '}
                      <span className={css.coords}>
                        {lng.toFixed(6)}, {lat.toFixed(6)}
                      </span>
                    </small>
                  </th>
                  <td>{numberText(gain, 0)}</td>
                  <td>{numberText(weight, Number.isInteger(weight) ? 0 : 1)}</td>
                  <td>{percentText(sum, people.allPeopleHours)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <p className={css.note}>
        每次都选当下多覆盖最多的一处；一样多时选名单里靠前的。候选位置就是需求点本身。这样一处处选，不一定是最好的一组，但已经证明：
        它至少达到任何同样多处的最好一组的 {(100 * GREEDY_BOUND).toFixed(0)}%（1 −
        1/e）。按这一次的数还能说得更准：最好的一组每周至多多覆盖 {numberText(next.atMost, 0)}{' '}
        人时，所以这一组至少是它的 {percentText(gained, next.atMost)}。
      </p>
    </>
  );
}
