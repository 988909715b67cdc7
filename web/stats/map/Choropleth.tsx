import { useId, useMemo, useState } from 'react';
import type { Figure } from '../../../shared/stats/question.ts';
import { figureText } from '../parts/figure-text.ts';
import { type Class, standingOf } from './classes.ts';
import type { Country } from './country.ts';
import css from './map.module.css';
import { type Drawing, drawingOf } from './shapes.ts';
import { useWidth } from './use-width.ts';

export type Part = { readonly code: string; readonly name: string; readonly figure: Figure };
type Props = {
  country: Country;
  parts: readonly Part[];
  classes: readonly Class[];
  unit: string;
  digits: number;
  /** What the map shows, for whoever hears it. */
  about: string;
  onPick: (code: string) => void;
};

/** Higher than a desk's window it would be no picture any more. CSS pixels. */
const HIGHEST = 680;

/** Parts of a division in the depth of their class. The table beside it says the same, and has the way for the keyboard. */
export function Choropleth(props: Props) {
  const { country, parts, about } = props;
  const [measure, width] = useWidth();
  const codes = parts.map(({ code }) => code).join();
  const drawing = useMemo(
    () => (width > 0 ? drawingOf(country, codes === '' ? [] : codes.split(','), { width, highest: HIGHEST }) : null),
    [country, codes, width],
  );
  return (
    <div className={css.picture} ref={measure}>
      {drawing !== null && (
        <svg
          role="img"
          aria-label={about}
          width={drawing.frame.width}
          height={drawing.frame.height}
          className={css.map}
        >
          <Drawn {...props} drawing={drawing} />
        </svg>
      )}
      {drawing !== null && <Unseen parts={parts} drawing={drawing} />}
    </div>
  );
}

/** Young divisions of which there is no outline. */
function Unseen({ parts, drawing }: Pick<Props, 'parts'> & { drawing: Drawing }) {
  const drawn = new Set(drawing.shapes.filter(({ path }) => path !== '').map(({ code }) => code));
  const names = parts.filter(({ code }) => !drawn.has(code)).map(({ name }) => name);
  return names.length === 0 ? null : <p className={css.note}>没有轮廓，只在表里：{names.join('、')}。</p>;
}

function Drawn({ drawing, parts, classes, unit, digits, onPick }: Props & { drawing: Drawing }) {
  const [looked, look] = useState<string | null>(null);
  const [unsaid, kept] = [useId(), useId()];
  const { width, height } = drawing.frame;
  const at = parts.find(({ code }) => code === looked);
  const fillOf = (figure: Figure | undefined) => {
    const standing = standingOf(figure, classes);
    if (standing === 'none') return { fill: `url(#${unsaid})`, className: css.part };
    if (standing === 'few') return { fill: `url(#${kept})`, className: css.part };
    return {
      className: `${css.part} ${standing === 'zero' ? css.zero : css[`depth${depthOf(standing, classes.length)}`]}`,
    };
  };
  return (
    <>
      <Hatches unsaid={unsaid} kept={kept} />
      <rect width={width} height={height} className={css.sea} />
      <path d={drawing.land} className={css.land} />
      <path d={drawing.around} className={css.around} />
      <path d={drawing.shapes.map(({ path }) => path).join('')} className={css.blank} />
      {drawing.shapes.map(({ code, path }) => {
        const part = parts.find((one) => one.code === code);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table beside it has a link for each, which the keyboard reaches
          // biome-ignore lint/a11y/useKeyWithMouseEvents: what is told of a part stands in the table
          <path
            key={code}
            d={path}
            fillRule="evenodd"
            data-code={code}
            {...fillOf(part?.figure)}
            onMouseOver={() => look(code)}
            onMouseOut={() => look(null)}
            onClick={() => onPick(code)}
          />
        );
      })}
      <path d={drawing.nation} className={css.nation} />
      <path d={drawing.dashes} className={css.dashes} />
      {drawing.shapes.map(({ code, path }) => code === looked && <path key={code} d={path} className={css.looked} />)}
      {drawing.labels.map(({ code, text, x, y }) => (
        <text key={code} x={x} y={y} className={css.label}>
          {text}
        </text>
      ))}
      {at && (
        <text x={12} y={height - 14} className={css.told}>
          {at.name}：{figureText(at.figure, digits)} {at.figure === null || at.figure === 'few' ? '' : unit}
        </text>
      )}
    </>
  );
}

/** Of fewer classes than five the deepest stays the deepest. */
export function depthOf(at: number, classes: number): number {
  return at + 5 - classes;
}

/** What cannot be said is striped, what is kept back is dotted: never a shade of the scale. */
export function Hatches({ unsaid, kept }: { unsaid: string; kept: string }) {
  return (
    <defs>
      <pattern id={unsaid} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className={css.blank} />
        <path d="M0 0V7" className={css.stripe} />
      </pattern>
      <pattern id={kept} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" className={css.blank} />
        <circle cx="3.5" cy="3.5" r="1.4" className={css.spot} />
      </pattern>
    </defs>
  );
}
