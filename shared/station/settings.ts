/** What a union may set (nearest ancestor wins); the values here are the national defaults. Rules differ by province and change by year. */
export const SETTING_DEFAULTS = {
  /** Days after which a statement about opening hours counts as old. */
  'hours-old-days': 180,
  /** Metres a point may move without an approver. */
  'point-move-metres': 50,
  /** Metres beyond which a move is a relocation with a new code. */
  'relocate-metres': 200,
  'rectify-days': 15,
  'notice-days': 7,
  /** Whether a county approver may approve and accept. */
  'county-approves': false,
  /** Whether revising name, kind, host or a far point waits for an approver. */
  'revise-needs-approver': true,
  'duplicate-metres': 50,
  /** Regular expression a federation code must match. */
  'federation-code-pattern': '^.{1,64}$',
} as const;

export type SettingKey = keyof typeof SETTING_DEFAULTS;
export type Settings = {
  readonly [K in SettingKey]: (typeof SETTING_DEFAULTS)[K] extends number
    ? number
    : (typeof SETTING_DEFAULTS)[K] extends boolean
      ? boolean
      : string;
};
