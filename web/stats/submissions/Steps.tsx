import { instant } from '../../../shared/kernel/instant.ts';
import { submissionStepWord } from '../../../shared/words/submission.ts';
import { exactText } from '../../desk/parts/when.ts';
import css from './submissions.module.css';
import type { Whole } from './words.ts';

/** Every step that was taken, the newest first. */
export function Steps({ whole: { steps } }: { whole: Whole }) {
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title" className={css.title}>
        经过
      </h2>
      <ol className={css.steps}>
        {[...steps].reverse().map(({ seq, at, step, byName, unionName, reason }) => (
          <li key={seq}>
            <strong>{submissionStepWord(step)}</strong>
            <span>
              {byName}（{unionName}）
            </span>
            <time>{exactText(instant(at))}</time>
            {reason !== null && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
