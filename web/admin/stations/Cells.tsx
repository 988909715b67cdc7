import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type Day, dayOf, parseDate } from '../../../shared/kernel/instant.ts';
import type { ListColumn } from '../../../shared/wire/list-columns.ts';
import type { Doubt } from '../../../shared/wire/list-filter.ts';
import type { ListItem } from '../../../shared/wire/list-view.ts';
import { DOUBT_WORDS } from '../../../shared/wire/list-words.ts';
import {
  AMENITY_WORDS,
  HOST_TYPE_WORDS,
  KIND_WORDS,
  TIER_WORDS,
  VERIFIED_WORDS,
} from '../../../shared/words/station.ts';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { DueTag } from '../../desk/parts/DueTag.tsx';
import { StatusWord } from '../../desk/parts/StatusWord.tsx';
import { Tag, type Tone } from '../../desk/parts/Tag.tsx';
import { When } from '../../desk/parts/When.tsx';
import { useNow } from '../../desk/use-now.ts';
import { agoText } from '../../ui/words/fresh.ts';
import { dateWords } from '../../ui/words/time.ts';
import css from './stations.module.css';

/** The name as people say it, the code of the plaque under it. */
export function NameCell({ item }: { item: ListItem }) {
  return (
    <div className={css.two}>
      <span className={css.name}>
        <Link href={`/stations/${item.id}`}>{item.name}</Link>
      </span>
      <span className={css.code}>
        <CodeText code={item.code} />
        {item.origin === 'synthetic' && <DemoTag />}
      </span>
    </div>
  );
}

export type CellProps = { item: ListItem; oldDays: number };
type Cell = (props: CellProps) => ReactNode;

function Two({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <div className={css.two}>
      <span>{first}</span>
      {second !== null && <span className={css.under}>{second}</span>}
    </div>
  );
}

const missing = (text: string | null): ReactNode => text ?? <span className={css.under}>没写</span>;

/** What stands in each column; total by type. */
export const CELLS: { readonly [C in ListColumn]: Cell } = {
  status: StatusCell,
  union: ({ item }) => item.union.name,
  region: ({ item }) => item.region.name,
  town: ({ item }) => missing(item.town),
  address: ({ item }) => item.address,
  host: ({ item }) => (
    <Two first={item.hostType === null ? missing(null) : HOST_TYPE_WORDS[item.hostType]} second={item.hostName} />
  ),
  brand: ({ item }) => missing(item.brand),
  kind: ({ item }) => KIND_WORDS[item.kind],
  tier: ({ item }) => <Two first={TIER_WORDS[item.tier]} second={item.stars > 0 ? `${item.stars} 星` : null} />,
  hours: HoursCell,
  verified: ({ item }) => <Tag tone={VERIFIED_TONES[item.verified]}>{VERIFIED_WORDS[item.verified]}</Tag>,
  doubts: DoubtsCell,
  basics: ({ item }) => `${item.basics} / 5`,
  photos: ({ item }) => (item.photos === 0 ? <span className={css.under}>没有</span> : `${item.photos} 张`),
  federationCode: ({ item }) => missing(item.federationCode),
  changed: ({ item }) => <When at={item.changedAt} />,
};

const VERIFIED_TONES: { readonly [V in ListItem['verified']]: Tone } = {
  unverified: 'calm',
  desk: 'info',
  'on-site': 'ok',
  'worker-confirmed': 'ok',
};

function StatusCell({ item }: CellProps) {
  const today = dayOf(useNow());
  return (
    <div className={css.two}>
      <StatusWord status={item.status} />
      <StatusNote item={item} today={today} />
    </div>
  );
}

/** What comes next and when, where the status has a day. */
function StatusNote({ item, today }: { item: ListItem; today: Day }) {
  const { status, until, reason } = item;
  if (status === 'suspended') {
    const day = until === null ? '恢复时间没定' : `${dateWords(until, today)}恢复`;
    return <span className={css.under}>{day}</span>;
  }
  if (status === 'rectifying' && until !== null) return <DueTag on={until} />;
  if (status === 'exit-notice' && until !== null) {
    return <span className={css.under}>公示到 {dateWords(until, today)}</span>;
  }
  return reason === null ? null : <span className={css.under}>{reason}</span>;
}

function HoursCell({ item, oldDays }: CellProps) {
  const today = dayOf(useNow());
  const said = item.hours ?? (item.unread === null ? '时间不详' : `没看懂：“${item.unread}”`);
  return <Two first={said} second={checkedText(item.verifiedOn, today, oldDays)} />;
}

/** `3 天前核对`, `203 天没核对`. */
function checkedText(on: string | null, today: Day, oldDays: number): string {
  const day = on === null ? null : parseDate(on);
  if (day === null) return '没核对过';
  return today - day > oldDays ? `${today - day} 天没核对` : `${agoText(day, today)}核对`;
}

const DOUBT_TONES: { readonly [D in Doubt]: Tone } = {
  waiting: 'info',
  unread: 'soon',
  near: 'soon',
  broken: 'late',
  overdue: 'late',
  old: 'soon',
};

function DoubtsCell({ item, oldDays }: CellProps) {
  return (
    <div className={css.tags}>
      {item.doubts.map((doubt) => (
        <Tag key={doubt} tone={DOUBT_TONES[doubt]}>
          {doubtText(doubt, item, oldDays)}
        </Tag>
      ))}
    </div>
  );
}

function doubtText(doubt: Doubt, { broken }: ListItem, oldDays: number): string {
  if (doubt === 'old') return `时间超 ${oldDays} 天`;
  const [first] = broken;
  if (doubt !== 'broken' || first === undefined) return DOUBT_WORDS[doubt];
  return broken.length === 1 ? `${AMENITY_WORDS[first]}坏了` : `${AMENITY_WORDS[first]}等 ${broken.length} 样坏了`;
}
