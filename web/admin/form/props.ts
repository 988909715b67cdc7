import type { Form } from './model.ts';

/** What every section of the form is given: what is typed, and how to type. */
export type SectionProps = { readonly form: Form; readonly change: (part: Partial<Form>) => void };
