import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { numberText } from '../../desk/parts/number-text.ts';
import { worldX, worldY } from '../../map/base/net.ts';
import { type Country, useCountry } from '../map/country.ts';
import { type Frame, pixelIn, type WorldBox } from '../map/frame.ts';
import map from '../map/map.module.css';
import { groundOf } from '../map/shapes.ts';
import { useWidth } from '../map/use-width.ts';
import css from './coverage.module.css';
import type { Found } from './use-coverage.ts';

const HIGHEST = 560;
/** Not nearer than this, as a part of the world's side: a kilometre or two. */
const NEAREST = 0.00012;
const WEEK = 168;

type Kind = 'never' | 'some' | 'always';
const KINDS: readonly { readonly kind: Kind; readonly words: string }[] = [
  { kind: 'always', words: '一周 168 小时都有开着的' },
  { kind: 'some', words: '有的时候有' },
  { kind: 'never', words: '什么时候都没有' },
];

/** Where the points lie, how well each is served, and the proposed places by their number. */
export function CoverMap({ found }: { found: Found }) {
  const country = useCountry();
  const [measure, width] = useWidth();
  const { points, head, next } = found;
  const counts = countsOf(points);
  return (
    <section className={map.left} aria-label="地图">
      {country.error && (
        <Alert
          type="warning"
          showIcon
          title="地图的轮廓没取到，表里的数都在。"
          action={<Button onClick={() => country.refetch()}>再取一次</Button>}
        />
      )}
      <div className={map.picture} ref={measure}>
        {country.data && width > 0 && points.length > 0 && (
          <Picture country={country.data} found={found} width={width} />
        )}
      </div>
      <ul className={map.legend} aria-label="图例">
        {KINDS.map(({ kind, words }) => (
          <li key={kind}>
            <svg width="16" height="16" aria-hidden="true">
              <path d={dot(kind, 8, 8)} className={css[kind]} />
            </svg>
            <span>
              {words} <small>{numberText(counts[kind], 0)} 点</small>
            </span>
          </li>
        ))}
        {next.places.length > 0 && (
          <li>
            <svg width="20" height="20" aria-hidden="true">
              <Mark x={10} y={10} rank={1} />
            </svg>
            <span>建议再建的位置，数字是次序</span>
          </li>
        )}
      </ul>
      {head.set.points > points.length && (
        <p className={map.note}>
          图上画了权重最大的 {numberText(points.length, 0)} 个点，共 {numberText(head.set.points, 0)}{' '}
          个；所有的点都算在表里。
        </p>
      )}
      <p className={map.note}>轮廓只作示意，不是法定界线。</p>
    </section>
  );
}

type Points = Found['points'];

function Picture({ country, found, width }: { country: Country; found: Found; width: number }) {
  const { points, next } = found;
  const ground = useMemo(
    () => groundOf(country, boxOfPoints(points), { width, highest: HIGHEST }),
    [country, points, width],
  );
  const paths = useMemo(() => pathsOf(points, ground.frame), [points, ground]);
  const { frame } = ground;
  const places = next.places.map(({ lng, lat }) => pixelIn(frame, worldX(lng), worldY(lat)));
  return (
    <svg
      role="img"
      aria-label={`${points.length} 个需求点和建议再建的 ${next.places.length} 处；旁边的表写着每一处。`}
      width={frame.width}
      height={frame.height}
      className={map.map}
    >
      <rect width={frame.width} height={frame.height} className={map.sea} />
      <path d={ground.land} className={css.land} />
      <path d={ground.counties} className={map.around} />
      <path d={ground.cities} className={map.around} />
      <path d={ground.around} className={css.border} />
      <path d={ground.nation} className={map.nation} />
      <path d={ground.dashes} className={map.dashes} />
      {KINDS.map(({ kind }) => (
        <path key={kind} d={paths[kind]} className={css[kind]} />
      ))}
      {[...places].reverse().map(([x, y], at) => (
        <Mark key={`${x} ${y}`} x={x} y={y} rank={places.length - at} />
      ))}
    </svg>
  );
}

function Mark({ x, y, rank }: { x: number; y: number; rank: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r="9" className={css.mark} />
      <text x={x} y={y} className={css.rank}>
        {rank}
      </text>
    </g>
  );
}

function kindOf(hours: number): Kind {
  if (hours === 0) return 'never';
  return hours === WEEK ? 'always' : 'some';
}

function countsOf(points: Points): { readonly [K in Kind]: number } {
  const counts = { never: 0, some: 0, always: 0 };
  for (const [, , , hours] of points) counts[kindOf(hours)]++;
  return counts;
}

/** Shape before colour: a full square always, a dot at times, a cross never. */
function dot(kind: Kind, x: number, y: number): string {
  if (kind === 'never') return `M${x - 2.5} ${y - 2.5}l5 5m0-5l-5 5`;
  if (kind === 'some') return `M${x - 2.5} ${y}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0`;
  return `M${x - 2.5} ${y - 2.5}h5v5h-5z`;
}

function pathsOf(points: Points, frame: Frame): { readonly [K in Kind]: string } {
  const paths: { [K in Kind]: string[] } = { never: [], some: [], always: [] };
  for (const [lng, lat, , hours] of points) {
    const [x, y] = pixelIn(frame, worldX(lng), worldY(lat));
    const kind = kindOf(hours);
    paths[kind].push(dot(kind, Math.round(x * 10) / 10, Math.round(y * 10) / 10));
  }
  return { never: paths.never.join(''), some: paths.some.join(''), always: paths.always.join('') };
}

function boxOfPoints(points: Points): WorldBox {
  const xs = points.map(([lng]) => worldX(lng));
  const ys = points.map(([, lat]) => worldY(lat));
  const least = (all: readonly number[]) => all.reduce((a, b) => Math.min(a, b), 1);
  const most = (all: readonly number[]) => all.reduce((a, b) => Math.max(a, b), 0);
  return [least(xs) - NEAREST, least(ys) - NEAREST, most(xs) + NEAREST, most(ys) + NEAREST];
}
