/** Where figures handed upward stand, and what is done to them (`shared/stats`, which this room cannot see; a test compares the two). */
export const SUBMISSION_STATE_WORDS = {
  open: '待上报',
  submitted: '等签认',
  returned: '已退回',
  signed: '已签认',
} as const;
export const SUBMISSION_STEP_WORDS = { submit: '上报', return: '退回', sign: '签认' } as const;

const STATES: { readonly [state: string]: string } = SUBMISSION_STATE_WORDS;
/** Reckoning again what was handed in is no step of its life. */
const STEPS: { readonly [step: string]: string } = { ...SUBMISSION_STEP_WORDS, check: '核对' };

export function submissionStateWord(state: string): string {
  return STATES[state] ?? state;
}

export function submissionStepWord(step: string): string {
  return STEPS[step] ?? step;
}
