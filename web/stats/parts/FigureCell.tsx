import { Link } from 'wouter';
import type { Figure } from '../../../shared/stats/question.ts';
import { FEW_MEANING } from '../../../shared/wire/figures-words.ts';
import { figureText, NONE_MEANING } from './figure-text.ts';
import css from './table.module.css';

type Props = {
  figure: Figure;
  digits: number;
  unit: string;
  /** Whose figure it is, for whoever hears it: `郑州市，期末站点`. */
  about: string;
  /** Its stations; null: leads nowhere. */
  href: string | null;
};

/** One figure. A number that counts anything leads to exactly what it counts; a sign says what it stands for. */
export function FigureCell({ figure, digits, unit, about, href }: Props) {
  const text = figureText(figure, digits);
  if (figure === null || figure === 'few') {
    const meaning = figure === null ? NONE_MEANING : FEW_MEANING;
    return (
      <span className={css.sign} role="img" aria-label={meaning} title={meaning}>
        {text}
      </span>
    );
  }
  if (href === null || figure === 0) return <span className={css.number}>{text}</span>;
  return (
    <Link href={href} className={css.number ?? ''} aria-label={`${about}：${text}${unit}，看是哪些站点`}>
      {text}
    </Link>
  );
}
