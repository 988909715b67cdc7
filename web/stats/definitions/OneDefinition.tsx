import { Link } from 'wouter';
import type { Indicator } from '../../../shared/stats/definition.ts';
import { versionIn } from '../../../shared/stats/definitions/all.ts';
import { parsePeriod } from '../../../shared/stats/period.ts';
import { Tag } from '../../desk/parts/Tag.tsx';
import { wholeDate } from '../../ui/words/time.ts';
import { addressOf } from '../parts/question.ts';
import css from './definitions.module.css';

type Props = { indicator: Indicator; period: string };

/** One indicator with its versions, the newest first. */
export function OneDefinition({ indicator, period }: Props) {
  const { id, name, unit, digits, ofPeople, adds, national, versions } = indicator;
  const parsed = parsePeriod(period);
  const held = parsed === null ? null : versionIn(indicator, parsed);
  return (
    <article id={id} tabIndex={-1} className={css.one} aria-label={name}>
      <h3 className={css.name}>
        {name}
        <small>单位：{unit}</small>
        {digits > 0 && <small>{digits} 位小数</small>}
        {national && <Tag tone="info">2024 年全国公布</Tag>}
        {ofPeople && <Tag tone="calm">涉及人，小数不列</Tag>}
        {!adds && <Tag tone="calm">不能相加</Tag>}
        <a className={css.anchor} href={`#${id}`} aria-label={`${name}的链接`}>
          {id}
        </a>
      </h3>
      <ul className={css.versions}>
        {[...versions].reverse().map((version) => (
          <li key={version.version}>
            <p className={css.dates}>
              第 {version.version} 版 · {wholeDate(version.from)}起
              {version.to === null ? '，现在还这么数' : `，到 ${wholeDate(version.to)}（不含）`}
              {versions.length > 1 && version === held && <b> · 所看统计期用的是这一版</b>}
            </p>
            <p>
              <b>数的是</b> {version.counts}
            </p>
            {version.leavesOut !== '' && (
              <p>
                <b>不数</b> {version.leavesOut}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p className={css.ways}>
        <Link href={addressOf('/figures/series', { period, indicators: id })} aria-label={`${name}：逐月`}>
          逐月
        </Link>
        <Link href={addressOf('/figures/compare', { period, indicator: id })} aria-label={`${name}：比较`}>
          比较
        </Link>
      </p>
    </article>
  );
}
