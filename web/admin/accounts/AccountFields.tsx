import { Checkbox, Form, Input } from 'antd';
import { needsStations } from '../../../shared/actor/account.ts';
import { functionsFault } from '../../../shared/actor/actor.ts';
import { type AccountFunction, FUNCTIONS } from '../../../shared/station/lifecycle.ts';
import { sentence } from '../../../shared/words/sentence.ts';
import { FUNCTION_WORDS } from '../../../shared/words/step.ts';
import { UnionSelect } from '../../desk/parts/UnionSelect.tsx';
import css from './accounts.module.css';
import { type StationName, StationPick } from './StationPick.tsx';
import { FUNCTION_NOTES } from './words.ts';

export type TypedFacts = {
  fullName: string;
  union: string;
  functions: AccountFunction[];
  stations?: string[];
};

type Props = { unionName: string; known: readonly StationName[] };

/** Name, union, functions, and the stations of those whose function is bound to some. */
export function AccountFields({ unionName, known }: Props) {
  const functions: AccountFunction[] = Form.useWatch('functions') ?? [];
  const union: string | undefined = Form.useWatch('union');
  return (
    <>
      <Form.Item name="fullName" label="姓名" rules={[{ required: true, whitespace: true, message: '填姓名。' }]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="union"
        label="工会"
        extra="管得到这个工会和它的下级。"
        rules={[{ required: true, message: '选一个工会。' }]}
      >
        <UnionSelect chosenName={unionName} />
      </Form.Item>
      <Form.Item name="functions" label="职责" rules={[{ validator: (_, held) => apart(held ?? []) }]}>
        <Checkbox.Group className={css.functions ?? ''}>
          {FUNCTIONS.map((held) => (
            <Checkbox key={held} value={held}>
              {FUNCTION_WORDS[held]}
              <span className={css.note}>{FUNCTION_NOTES[held]}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
      {needsStations(functions) && (
        <Form.Item
          name="stations"
          label="负责的站点"
          extra="站长和巡查员只看得到这些站点。"
          rules={[{ required: true, message: '至少选一个站点。' }]}
        >
          <StationPick union={union} known={known} />
        </Form.Item>
      )}
    </>
  );
}

/** The same rule as the server's, said before it is asked. */
function apart(functions: readonly AccountFunction[]): Promise<void> {
  if (functions.length === 0) return Promise.reject(new Error('至少选一种职责。'));
  const fault = functionsFault(functions);
  return fault === null ? Promise.resolve() : Promise.reject(new Error(sentence(fault)));
}
