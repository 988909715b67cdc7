/** Who a contact person is to the station. */
export const CONTACT_ROLES = ['keeper', 'deputy', 'host', 'other'] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** A mainland mobile number without what only helps the eye, or null when the text is none. */
export function mobileOf(text: string): string | null {
  const digits = text
    .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-－—]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}

/** `138****0000`. */
export function maskedMobile(mobile: string): string {
  return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;
}

/** The family name alone: 王**. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name];
  return rest.length === 0 ? '*' : `${first}${'*'.repeat(Math.min(rest.length, 3))}`;
}
