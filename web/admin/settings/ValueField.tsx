import { Input, InputNumber, Radio, Select } from 'antd';
import { SETTING_RULES } from '../../../shared/station/setting-rules.ts';
import type { SettingKey, SettingValue } from '../../../shared/station/settings.ts';
import { STANDARDS } from '../../../shared/station/standards.ts';
import css from './settings.module.css';
import { flagWords, STANDARD_NAMES } from './words.ts';

type Props = {
  settingKey: SettingKey;
  /** Given by the form's field around it. */
  id?: string;
  value?: SettingValue;
  onChange?: (value: SettingValue | null) => void;
};

/** The field that a setting's kind wants. */
export function ValueField({ settingKey, id, value, onChange = () => undefined }: Props) {
  const rule = SETTING_RULES[settingKey];
  const named = id === undefined ? {} : { id };
  if (rule.kind === 'whole') {
    return (
      <InputNumber
        {...named}
        value={typeof value === 'number' ? value : null}
        onChange={onChange}
        min={rule.min}
        max={rule.max}
        precision={0}
        suffix={rule.unit === 'days' ? '天' : '米'}
      />
    );
  }
  if (rule.kind === 'flag') {
    const [yes, no] = flagWords(settingKey);
    return (
      <Radio.Group
        {...named}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={[
          { value: true, label: yes },
          { value: false, label: no },
        ]}
      />
    );
  }
  if (rule.kind === 'choice') return <StandardField {...named} value={String(value)} onChange={onChange} />;
  if (rule.kind === 'items') {
    return (
      <Input.TextArea
        {...named}
        rows={8}
        value={String(value ?? '')}
        onChange={(event) => onChange(event.target.value)}
        placeholder="一行一条，例如：有统一标识"
      />
    );
  }
  return (
    <Input
      {...named}
      value={String(value ?? '')}
      onChange={(event) => onChange(event.target.value)}
      maxLength={rule.max}
    />
  );
}

type StandardProps = { id?: string; value: string; onChange: (value: string) => void };

function StandardField({ id, value, onChange }: StandardProps) {
  const chosen = STANDARDS.find((one) => one.id === value);
  return (
    <>
      <Select
        {...(id !== undefined && { id })}
        value={value}
        onChange={onChange}
        options={[...STANDARD_NAMES].map(([standard, label]) => ({ value: standard, label }))}
      />
      {chosen && <p className={css.items}>{chosen.items.join('、')}</p>}
    </>
  );
}
