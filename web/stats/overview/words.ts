/** Columns of the stock table between opening and closing, in the order in which they are told, with the side they move it to. */
export const FLOWS = [
  ['stock.corrected-in', 1],
  ['stock.corrected-out', -1],
  ['stock.new', 1],
  ['stock.reinstated', 1],
  ['stock.moved-in', 1],
  ['stock.retired', -1],
  ['stock.merged', -1],
  ['stock.moved-out', -1],
] as const;

export const HOURS = ['hours.office', 'hours.extended', 'hours.always', 'hours.unknown'] as const;

/** What workers look for first: the basic five and the toilet. */
export const BASICS = [
  ['water', '喝水'],
  ['microwave', '微波炉热饭'],
  ['seating', '休息'],
  ['phone-charging', '手机充电'],
  ['first-aid', '急救药箱'],
  ['toilet', '厕所'],
] as const;
export const STATES = [
  ['yes', '有', 'yes'],
  ['seasonal', '季节性', 'part'],
  ['broken', '坏了', 'broken'],
  ['no', '没有', 'no'],
  ['unknown', '不清楚', 'unknown'],
] as const;

export const QUALITY = [
  'quality.unverified',
  'quality.outside',
  'quality.near',
  'quality.hours-unknown',
  'quality.hours-old',
  'quality.basics-unknown',
  'quality.imported',
] as const;

/** Columns of the table by division. */
export const BY_DIVISION = [
  'stock.opening',
  'stock.new',
  'stock.retired',
  'stock.closing',
  'stock.suspended',
  'hours.always',
  'hours.unknown',
  'amenities.basic-complete',
  'quality.unverified',
  'exit.total',
] as const;
