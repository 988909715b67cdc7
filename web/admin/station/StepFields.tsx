import { Alert, Checkbox, Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { EXIT_REASONS } from '../../../shared/station/command.ts';
import { EXIT_REASON_WORDS, STATUS_WORDS, VERIFIED_WORDS } from '../../../shared/words/station.ts';
import { OneOf, optionsOf } from '../../desk/parts/Chips.tsx';
import css from './desk.module.css';
import { ASKED, type Asked, type DialogStep, type StepValues } from './step-command.ts';
import type { OnDesk } from './step-words.ts';

type Props = {
  step: DialogStep;
  on: OnDesk;
  values: StepValues;
  put: (part: Partial<StepValues>) => void;
  fault: { readonly field: Asked | null; readonly text: string } | null;
};

const REASONS: { readonly [step: string]: string } = {
  suspend: '为什么暂停（劳动者会看到）',
  rectify: '发现了什么问题（劳动者会看到）',
  return: '要补什么、改什么',
  'record-objection': '异议说了什么',
  'uphold-objection': '答复（会公开）',
  'dismiss-objection': '答复（会公开）',
  'propose-exit': '情况说明（公示时会写出来）',
  merge: '为什么合并（劳动者会看到）',
  'accept-flagged': '怎么核实的',
};
const HOW = ['desk', 'on-site', 'worker-confirmed'] as const;
const BACK = ['rectifying', 'active'] as const;

/** The fields of one step in their order, each with its fault. */
export function StepFields(props: Props) {
  return ASKED[props.step].map((asked) => (
    <OneField key={asked} asked={asked} fault={props.fault?.field === asked ? props.fault.text : null}>
      {(wiring) => <Control asked={asked} wiring={wiring} {...props} />}
    </OneField>
  ));
}

type Wiring = { readonly id: string; readonly 'aria-invalid': boolean; readonly 'aria-describedby': string };
type FieldProps = { asked: Asked; fault: string | null; children: (wiring: Wiring) => ReactNode };

function OneField({ asked, fault, children }: FieldProps) {
  const id = useId();
  return (
    <div data-step-field={asked}>
      {children({ id, 'aria-invalid': fault !== null, 'aria-describedby': `${id}-fault` })}
      <p id={`${id}-fault`} className={css.fault} role={fault === null ? undefined : 'alert'}>
        {fault}
      </p>
    </div>
  );
}

type ControlProps = Props & { asked: Asked; wiring: Wiring };

function Control(props: ControlProps) {
  const { asked, step, values, put } = props;
  switch (asked) {
    case 'reason':
      return <Text {...props} label={REASONS[step] ?? '原因'} />;
    case 'evidence':
      return <Text {...props} label={step === 'pass-recheck' ? '复查情况' : '依据材料'} />;
    case 'document':
      return <Text {...props} label="文件号" />;
    case 'until':
      return <Day {...props} label="预计恢复日期（还不知道就不填）" />;
    case 'deadline':
      return <Day {...props} label={`期限（不填就是 ${props.on.settings.rectifyDays} 天）`} />;
    case 'successor':
      return <Line {...props} label="接替它的站点编码" />;
    case 'reasonCode':
      return <ReasonCode {...props} />;
    case 'restoresTo':
      return (
        <Chosen label="之后怎么办">
          <OneOf
            label="之后怎么办"
            options={optionsOf(BACK, STATUS_WORDS)}
            value={values.restoresTo}
            onChange={(restoresTo) => put({ restoresTo })}
          />
        </Chosen>
      );
    case 'verified':
      return (
        <Chosen label="怎么核实的">
          <OneOf
            label="怎么核实的"
            options={optionsOf(HOW, VERIFIED_WORDS)}
            value={values.verified}
            onChange={(verified) => put({ verified })}
          />
        </Chosen>
      );
    case 'met':
      return <Checklist {...props} />;
  }
}

function Chosen({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <p className={css.label}>{label}</p>
      {children}
    </>
  );
}

function textOf(values: StepValues, asked: Asked): string {
  const value = values[asked];
  return typeof value === 'string' ? value : '';
}

type LabelledProps = ControlProps & { label: string };

function Text({ asked, wiring, values, put, label }: LabelledProps) {
  return (
    <>
      <label className={css.label} htmlFor={wiring.id}>
        {label}
      </label>
      <Input.TextArea
        {...wiring}
        rows={asked === 'document' ? 1 : 3}
        maxLength={500}
        aria-required
        value={textOf(values, asked)}
        onChange={(event) => put({ [asked]: event.target.value })}
      />
    </>
  );
}

function Line({ asked, wiring, values, put, label }: LabelledProps) {
  return (
    <>
      <label className={css.label} htmlFor={wiring.id}>
        {label}
      </label>
      <Input
        {...wiring}
        maxLength={40}
        value={textOf(values, asked)}
        onChange={(event) => put({ [asked]: event.target.value })}
      />
    </>
  );
}

function Day({ asked, wiring, values, put, label }: LabelledProps) {
  return (
    <>
      <label className={css.label} htmlFor={wiring.id}>
        {label}
      </label>
      <Input
        {...wiring}
        type="date"
        className={css.date ?? ''}
        value={textOf(values, asked)}
        onChange={(event) => put({ [asked]: event.target.value })}
      />
    </>
  );
}

function ReasonCode({ wiring, values, put }: ControlProps) {
  return (
    <>
      <label className={css.label} htmlFor={wiring.id}>
        退出原因
      </label>
      <Select
        id={wiring.id}
        className={css.wide ?? ''}
        placeholder="选一个"
        options={EXIT_REASONS.map((value) => ({ value, label: EXIT_REASON_WORDS[value] }))}
        value={values.reasonCode}
        onChange={(reasonCode) => put({ reasonCode })}
      />
    </>
  );
}

/** The union's standard, each item looked at by the person who accepts. */
function Checklist({ on, values, put }: ControlProps) {
  const { standard } = on;
  if (standard === null) return <Alert type="info" showIcon title="你们工会没有设验收标准，确认已经建好就行。" />;
  const { items, name } = standard;
  return (
    <fieldset className={css.checklist}>
      <legend className={css.label}>{name}：看到了才打勾</legend>
      {items.map((item) => (
        <Checkbox
          key={item}
          checked={values.met.includes(item)}
          onChange={(event) =>
            put({ met: event.target.checked ? [...values.met, item] : values.met.filter((one) => one !== item) })
          }
        >
          {item}
        </Checkbox>
      ))}
    </fieldset>
  );
}
