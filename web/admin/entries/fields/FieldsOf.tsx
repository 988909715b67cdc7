import { Form, Input } from 'antd';
import type { EntryKind } from '../../../../shared/station/entry.ts';
import {
  ACTIVITY_KINDS,
  FUND_KINDS,
  FUND_LEVELS,
  HONOUR_RESULTS,
  LISTING_STATES,
  MAP_PROVIDERS,
  OCCUPATIONS,
  VISIT_CHANNELS,
} from '../../../../shared/station/entry.ts';
import { ENTRY_MOST } from '../../../../shared/station/entry-check.ts';
import { HONOUR_LEVELS } from '../../../../shared/station/station.ts';
import {
  ACTIVITY_KIND_WORDS,
  FUND_KIND_WORDS,
  FUND_LEVEL_WORDS,
  GIFT_WAY_WORDS,
  HONOUR_RESULT_WORDS,
  LISTING_STATE_WORDS,
  MAP_PROVIDER_WORDS,
  OCCUPATION_WORDS,
  VISIT_CHANNEL_WORDS,
} from '../../../../shared/words/entry.ts';
import { HONOUR_WORDS } from '../../../../shared/words/station.ts';
import css from '../entries.module.css';
import { ChoiceField } from './ChoiceField.tsx';
import { InspectionFields } from './InspectionFields.tsx';
import { NumberField } from './NumberField.tsx';

type Props = { kind: EntryKind; rectifyDays: number };

/** What the form of one kind asks for, below station and day. */
export function FieldsOf({ kind, rectifyDays }: Props) {
  switch (kind) {
    case 'inspection':
      return <InspectionFields rectifyDays={rectifyDays} />;
    case 'visits':
      return <VisitsFields />;
    case 'funding':
      return (
        <>
          <ChoiceField name="level" label="钱从哪里来" codes={FUND_LEVELS} words={FUND_LEVEL_WORDS} />
          <ChoiceField name="kind" label="用在什么上" codes={FUND_KINDS} words={FUND_KIND_WORDS} />
          <NumberField name="yuan" isMoney />
        </>
      );
    case 'activity':
      return <ActivityFields />;
    case 'listing':
      return (
        <>
          <ChoiceField name="provider" label="哪家地图" codes={MAP_PROVIDERS} words={MAP_PROVIDER_WORDS} />
          <ChoiceField name="state" label="看到的情况" codes={LISTING_STATES} words={LISTING_STATE_WORDS} />
        </>
      );
    case 'honour':
      return <HonourFields />;
    case 'gift':
      return (
        <>
          <ChoiceField name="way" label="收进还是送出" codes={['in', 'out'] as const} words={GIFT_WAY_WORDS} />
          <NumberField name="items" />
          <NumberField name="yuan" label="折合多少元（可不填）" isMoney isOptional />
        </>
      );
    case 'reach':
      return (
        <>
          <NumberField name="workers" label="这一年服务到多少名户外劳动者（估计数）" />
          <p className={css.hint}>数人，不数次，一个人只算一次。站点或下级工会已经填过的人，不再重复填。</p>
        </>
      );
  }
}

function VisitsFields() {
  return (
    <>
      <ChoiceField name="channel" label="怎么数的" codes={VISIT_CHANNELS} words={VISIT_CHANNEL_WORDS} />
      <NumberField name="days" label="这个月开放并计数了几天" />
      <fieldset className={css.people}>
        <legend>各类劳动者人次，没有就填 0 或空着</legend>
        {OCCUPATIONS.map((one) => (
          <NumberField key={one} name={one} label={OCCUPATION_WORDS[one]} isOptional />
        ))}
      </fieldset>
    </>
  );
}

function ActivityFields() {
  return (
    <>
      <ChoiceField name="kind" label="种类" codes={ACTIVITY_KINDS} words={ACTIVITY_KIND_WORDS} />
      <Form.Item
        name="title"
        label="活动名称"
        rules={[{ required: true, whitespace: true, message: '写一个活动名称。' }]}
      >
        <Input maxLength={ENTRY_MOST.title} />
      </Form.Item>
      <NumberField name="participants" />
      <NumberField name="joined" label="其中现场入会人数" isOptional />
    </>
  );
}

function HonourFields() {
  const result = Form.useWatch('result');
  return (
    <>
      <ChoiceField name="level" label="级别" codes={HONOUR_LEVELS} words={HONOUR_WORDS} />
      <ChoiceField name="result" label="到哪一步" codes={HONOUR_RESULTS} words={HONOUR_RESULT_WORDS} />
      {result === 'quota' && <NumberField name="count" label="名额个数" />}
    </>
  );
}
