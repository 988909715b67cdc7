import type { DayEdit } from '../../../../shared/station/hours-edit.ts';
import { weekdayWord } from '../../../../shared/station/hours-words.ts';

/** Neighbouring days that are typed alike, as rows of the editor: Monday to Friday and the two of the weekend never share one. */
export function runsOf(days: readonly DayEdit[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  const isEveryDaySame = days.every((day) => isAlike(day, days[0]));
  days.forEach((day, weekday) => {
    const last = runs[runs.length - 1];
    const before = last?.[0];
    const isSaturday = weekday === 5 && !isEveryDaySame;
    if (last !== undefined && before !== undefined && !isSaturday && isAlike(days[before], day)) last.push(weekday);
    else runs.push([weekday]);
  });
  return runs;
}

function isAlike(a: DayEdit | undefined, b: DayEdit | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** 周一至周五, 周六、周日, 每天. */
export function daysWord(run: readonly number[]): string {
  const [first = 0] = run;
  const last = run[run.length - 1] ?? first;
  if (run.length === 7) return '每天';
  return run.length > 2 ? `${weekdayWord(first)}至${weekdayWord(last)}` : run.map(weekdayWord).join('、');
}

export function putOn(days: readonly DayEdit[], run: readonly number[], day: DayEdit): readonly DayEdit[] {
  return days.map((one, weekday) => (run.includes(weekday) ? day : one));
}
