import { Input } from 'antd';
import { OneOf } from '../../desk/parts/Chips.tsx';
import { Field } from './parts/Field.tsx';
import { FormSection } from './parts/Section.tsx';

const WAYS = ['电话问的', '现场看的', '站长报的', '劳动者反馈', '有文件'] as const;
type Way = (typeof WAYS)[number];
export type BasisOf = { readonly by: Way | null; readonly text: string };

/** How somebody knows: it stays in the history beside the change. Null: nothing was said. */
export function basisText({ by, text }: BasisOf): string | null {
  const said = [by, text.trim() === '' ? null : text.trim()].filter((part) => part !== null);
  return said.length === 0 ? null : said.join('：');
}

export function Basis({ basis, put }: { basis: BasisOf; put: (basis: BasisOf) => void }) {
  return (
    <FormSection id="basis" title="这次依据" note="会留在操作日志里，以后查得到为什么改。">
      <OneOf
        label="怎么知道的"
        options={WAYS.map((value) => ({ value, word: value }))}
        value={basis.by}
        onChange={(by) => put({ ...basis, by })}
      />
      <Field path="reason" label="问了谁，什么时候">
        {(wiring) => (
          <Input
            {...wiring}
            maxLength={400}
            value={basis.text}
            onChange={(event) => put({ ...basis, text: event.target.value })}
          />
        )}
      </Field>
    </FormSection>
  );
}
