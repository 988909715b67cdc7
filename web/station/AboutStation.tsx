import { spacedCode } from '../../shared/station/code.ts';
import type { PublicStation } from '../../shared/station/station.ts';
import {
  BUILD_WORDS,
  HONOUR_WORDS,
  HOST_TYPE_WORDS,
  KIND_WORDS,
  OPERATION_WORDS,
  TIER_WORDS,
} from '../../shared/words/station.ts';
import { wholeDate } from '../ui/words/time.ts';
import { Section } from './Section.tsx';
import { plainText } from './shown.ts';
import css from './station.module.css';

/** `station` as the page shows it, `record` as it was written. */
type Props = { station: PublicStation; record: PublicStation };

/** The rest of the record: what it is and who keeps it. Only what somebody wrote down. */
export function AboutStation({ station, record }: Props) {
  return (
    <Section title="关于这个站">
      <dl className={css.list}>
        {rowsOf(station, record).map(([title, text]) => (
          <Row key={title} title={title} text={text} />
        ))}
      </dl>
    </Section>
  );
}

function Row({ title, text }: { title: string; text: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </>
  );
}

function rowsOf(station: PublicStation, record: PublicStation): readonly (readonly [string, string])[] {
  const honours = station.honours.map(({ level, year }) => `${year} ${HONOUR_WORDS[level]}`);
  const run = [
    station.build === null ? null : BUILD_WORDS[station.build],
    station.operation === null ? null : OPERATION_WORDS[station.operation],
  ];
  const rows: readonly (readonly [string, string | null])[] = [
    ['全名', station.name.endsWith('…') ? plainText(record.name) : null],
    ['类型', `${KIND_WORDS[station.kind]}，${TIER_WORDS[station.tier]}`],
    ['品牌', station.brand],
    ['也叫', joined(station.aliases)],
    ['设在', hostText(station)],
    ['建和管', joined(run)],
    ['大小', station.area === null ? null : `${station.area} 平方米`],
    ['星级', station.stars === 0 ? null : `${station.stars} 星`],
    ['荣誉', joined(honours)],
    ['启用', station.openedOn === null ? null : wholeDate(station.openedOn)],
    ['从前的编码', station.predecessor === null ? null : spacedCode(station.predecessor)],
    ['全总编码', station.federationCode],
  ];
  return rows.flatMap(([title, text]) => (text === null ? [] : [[title, text] as const]));
}

/** `滨江社区（党群服务中心）`; a name that already says what it is stands alone. */
function hostText({ hostName, hostType }: PublicStation): string | null {
  const type = hostType === null ? null : HOST_TYPE_WORDS[hostType];
  if (hostName === null || type === null) return hostName ?? type;
  return hostName.includes(type) ? hostName : `${hostName}（${type}）`;
}

function joined(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join('、');
}
