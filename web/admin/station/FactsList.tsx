import { AMENITIES } from '../../../shared/station/amenity.ts';
import { UNKNOWN_HOURS } from '../../../shared/station/hours.ts';
import type { Station } from '../../../shared/station/station.ts';
import { fieldName } from '../../../shared/words/field.ts';
import { AMENITY_WORDS } from '../../../shared/words/station.ts';
import { baseText, factText, holidayText, hoursLines, valueText } from '../../../shared/words/value.ts';
import css from './facts.module.css';

type Field = keyof Station;
const GROUPS: readonly { readonly title: string; readonly fields: readonly Field[] }[] = [
  {
    title: '身份',
    fields: ['name', 'brand', 'aliases', 'kind', 'lodging', 'federationCode', 'predecessor', 'successor'],
  },
  { title: '位置', fields: ['address', 'town', 'entrance', 'point', 'source', 'pointMethod', 'stops'] },
  {
    title: '建站和运营',
    fields: [
      'hostType',
      'hostName',
      'uscc',
      'build',
      'operation',
      'contractFrom',
      'contractTo',
      'area',
      'tier',
      'stars',
      'ratedOn',
      'validTo',
      'honours',
      'openedOn',
    ],
  },
  { title: '从哪来、谁核实', fields: ['origin', 'verified', 'verifiedOn', 'publicPhone'] },
];
/** Shown only where there is something: most stations never have them. */
const RARE: readonly Field[] = [
  'lodging',
  'stops',
  'predecessor',
  'successor',
  'aliases',
  'honours',
  'ratedOn',
  'validTo',
];

/** The whole record in words. */
export function FactsList({ station }: { station: Station }) {
  return (
    <div className={css.facts}>
      {GROUPS.map(({ title, fields }) => (
        <Group key={title} title={title}>
          {fields
            .filter((field) => !RARE.includes(field) || isThere(station[field]))
            .map((field) => (
              <Line key={field} name={nameOf(field)} text={valueText(field, station[field])} />
            ))}
        </Group>
      ))}
      <Times hours={station.hours} />
      <Group title="怎么进">
        {Object.entries(station.access).map(([part, value]) => (
          <Line key={part} name={fieldName(part)} text={valueText(part, value)} />
        ))}
      </Group>
      <Things station={station} />
      <Pictures station={station} />
    </div>
  );
}

/** The unit stands with the value here. */
function nameOf(field: Field): string {
  return fieldName(field).replace(/（.+）$/, '');
}

function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={css.group} aria-label={title}>
      <h2 className={css.title}>{title}</h2>
      <dl>{children}</dl>
    </section>
  );
}

function Line({ name, text }: { name: string; text: string }) {
  return (
    <div className={css.line}>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function Times({ hours }: { hours: Station['hours'] }) {
  const { base, holidays, seasons, exceptions, raw } = hours;
  const alone = { ...UNKNOWN_HOURS, base };
  return (
    <Group title="开放时间">
      <Line name="每周" text={baseText(base)} />
      {base.kind !== 'unknown' && <Line name="节假日" text={holidayText(holidays)} />}
      {hoursLines({ ...alone, holidays, seasons })
        .slice(base.kind === 'unknown' ? 1 : 2)
        .map((line) => (
          <Line key={line} name="季节" text={line} />
        ))}
      {hoursLines({ ...alone, holidays, exceptions })
        .slice(base.kind === 'unknown' ? 1 : 2)
        .map((line) => (
          <Line key={line} name="临时安排" text={line} />
        ))}
      <Line name="原文" text={valueText('raw', raw)} />
    </Group>
  );
}

function Things({ station }: { station: Station }) {
  const known = AMENITIES.flatMap((code) => {
    const fact = station.amenities[code];
    return fact === undefined ? [] : [{ code, fact }];
  });
  return (
    <Group title="设施">
      {known.map(({ code, fact }) => (
        <Line key={code} name={AMENITY_WORDS[code]} text={factText(fact)} />
      ))}
      <Line name={nameOf('toiletMetres')} text={valueText('toiletMetres', station.toiletMetres)} />
      {known.length < AMENITIES.length && <Line name="其余" text={`${AMENITIES.length - known.length} 样不清楚`} />}
    </Group>
  );
}

function Pictures({ station }: { station: Station }) {
  if (station.photos.length === 0) return null;
  return (
    <section className={css.group} aria-label="照片">
      <h2 className={css.title}>照片</h2>
      <ul className={css.photos}>
        {station.photos.map((name, at) => (
          <li key={name}>
            <img src={`/photos/${name}.webp`} alt={`${station.name}，第 ${at + 1} 张照片`} loading="lazy" />
          </li>
        ))}
      </ul>
    </section>
  );
}
