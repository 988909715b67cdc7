import type { SubmissionStep } from '../../../shared/stats/submission.ts';
import css from './submissions.module.css';
import { STEP_MEANS, type Whole } from './words.ts';

/** What a step is taken on, and what follows from it. */
export function Means({ step, whole: { union, words, above } }: { step: SubmissionStep; whole: Whole }) {
  return (
    <>
      <p>
        {union.name}，{words}。
      </p>
      <ul className={css.means}>
        {STEP_MEANS[step](above?.name ?? null).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
