import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { type AMENITY_STATES, type Amenity, type AmenityFact, BASIC_FIVE } from '../../../shared/station/amenity.ts';
import { AMENITY_WORDS } from '../../../shared/words/station.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import css from './amenities.module.css';
import { Below, Field, FieldGroup } from './parts/Field.tsx';
import { useFaultAt } from './parts/fault.tsx';
import { FormSection } from './parts/Section.tsx';
import type { SectionProps } from './props.ts';

const BASICS: readonly Amenity[] = [...BASIC_FIVE, 'toilet'];
const GROUPS: readonly { readonly title: string; readonly codes: readonly Amenity[] }[] = [
  { title: '基本六样', codes: BASICS },
  { title: '吃喝冷暖', codes: ['cooling', 'heating', 'fridge', 'hot-meal', 'discount-meal', 'gift-shelf'] },
  {
    title: '车和工具',
    codes: [
      'ebike-charging',
      'battery-swap',
      'ebike-parking',
      'car-parking',
      'truck-parking',
      'tyre-pump',
      'tools',
      'rain-gear',
    ],
  },
  {
    title: '歇息和洗',
    codes: ['nap-chair', 'beds', 'shower', 'laundry', 'wifi', 'books', 'mother-room', 'wheelchair'],
  },
  {
    title: '健康和服务',
    codes: [
      'aed',
      'health-check',
      'haircut',
      'legal-aid',
      'counselling',
      'job-info',
      'training',
      'join-union',
      'party-study',
      'volunteers',
    ],
  },
];
/** Short enough for the head of a column. */
const WORDS = { unknown: '不清楚', yes: '有', no: '没有', broken: '坏了', seasonal: '季节性' } as const;
const ORDER = [
  'yes',
  'no',
  'unknown',
  'broken',
  'seasonal',
] as const satisfies readonly (typeof AMENITY_STATES)[number][];
const UNKNOWN: AmenityFact = { state: 'unknown', note: null, confirmedOn: null };

type Props = SectionProps & { today: string };

/** 设施: each of the closed list in five states; nobody having looked is one of them. */
export function AmenityFields({ form, change, today }: Props) {
  const put = (codes: readonly Amenity[], part: Partial<AmenityFact>) => {
    const facts = codes.map((code) => [code, { ...(form.amenities[code] ?? UNKNOWN), ...part }] as const);
    change({ amenities: known({ ...form.amenities, ...Object.fromEntries(facts) }) });
  };
  return (
    <FormSection id="amenities" title="设施" note="没看过就选“不清楚”，劳动者会看到“不清楚”，不会白跑。">
      <div className={css.quick}>
        <Button onClick={() => put(BASICS, { state: 'yes', confirmedOn: today })} icon={<DeskIcon name="check" />}>
          基本六样都有
        </Button>
      </div>
      <FieldGroup path="amenities" label="每样的情况">
        {GROUPS.map(({ title, codes }) => (
          <div key={title} className={css.group}>
            <div className={css.head} aria-hidden="true">
              <b>{title}</b>
              {ORDER.map((state) => (
                <span key={state}>{WORDS[state]}</span>
              ))}
            </div>
            {codes.map((code) => (
              <AmenityRow
                key={code}
                code={code}
                fact={form.amenities[code] ?? UNKNOWN}
                today={today}
                put={(part) => put([code], part)}
              />
            ))}
          </div>
        ))}
      </FieldGroup>
      {(form.amenities.toilet?.state ?? 'unknown') !== 'no' && (
        <Field path="toiletMetres" label="厕所距离（米）" hint="站里就有填 0；要到外面去，写走多少米。">
          {(wiring) => (
            <Input
              {...wiring}
              className={css.metres ?? ''}
              inputMode="numeric"
              value={form.toiletMetres}
              onChange={(event) => change({ toiletMetres: event.target.value })}
            />
          )}
        </Field>
      )}
    </FormSection>
  );
}

type Facts = { readonly [code: string]: AmenityFact };

/** What nobody knows and nobody wrote about is not listed. */
function known(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).filter(([, { state, note }]) => state !== 'unknown' || (note !== null && note !== '')),
  );
}

type RowProps = { code: Amenity; fact: AmenityFact; today: string; put: (part: Partial<AmenityFact>) => void };

function AmenityRow({ code, fact, today, put }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  const word = AMENITY_WORDS[code];
  const fault = useFaultAt(`amenities.${code}`);
  const wantsNote = fact.state === 'broken' || fact.state === 'seasonal' || fact.note !== null || isOpen;
  return (
    <div className={css.item} data-field={`amenities.${code}`}>
      <div className={css.line} role="radiogroup" aria-label={word}>
        <span className={css.name}>
          {word}
          {!wantsNote && fact.state !== 'unknown' && (
            <button type="button" className={css.more} onClick={() => setOpen(true)} aria-label={`给“${word}”加说明`}>
              说明
            </button>
          )}
        </span>
        {ORDER.map((state) => (
          <label key={state} className={css.cell}>
            <input
              type="radio"
              name={`amenity-${code}`}
              checked={fact.state === state}
              onChange={() => put({ state, confirmedOn: state === 'unknown' ? null : today })}
            />
            <span>{WORDS[state]}</span>
          </label>
        ))}
      </div>
      {wantsNote && <Noted word={word} fact={fact} put={put} />}
      {fault !== null && <Below id={`amenity-${code}-fault`} fault={fault} />}
    </div>
  );
}

function Noted({ word, fact, put }: { word: string; fact: AmenityFact; put: (part: Partial<AmenityFact>) => void }) {
  const id = useId();
  return (
    <div className={css.noted}>
      <Input
        aria-label={`“${word}”的说明`}
        placeholder={fact.state === 'seasonal' ? '如：只在 6–9 月' : '说明，如：在二楼、等配件'}
        maxLength={60}
        value={fact.note ?? ''}
        onChange={(event) => put({ note: event.target.value === '' ? null : event.target.value })}
      />
      <label className={css.day} htmlFor={id}>
        哪天看的
        <Input
          id={id}
          type="date"
          value={fact.confirmedOn ?? ''}
          onChange={(event) => put({ confirmedOn: event.target.value === '' ? null : event.target.value })}
        />
      </label>
    </div>
  );
}
