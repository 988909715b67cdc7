import { Button, Input, Select } from 'antd';
import { useId } from 'react';
import { ACCOUNT_STATES, type AccountState } from '../../../shared/actor/account.ts';
import { type AccountFunction, FUNCTIONS } from '../../../shared/station/lifecycle.ts';
import { ACCOUNT_STATE_WORDS } from '../../../shared/words/account.ts';
import { FUNCTION_WORDS } from '../../../shared/words/step.ts';
import { UnionSelect } from '../../desk/parts/UnionSelect.tsx';
import css from './accounts.module.css';

export type Wanted = {
  readonly q: string;
  readonly function: AccountFunction | null;
  readonly state: AccountState | null;
  readonly union: string | null;
};

export function Filters({ wanted, onChange }: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  const unionField = useId();
  return (
    <search className={css.filters} aria-label="找账号">
      <Input.Search
        className={css.search ?? ''}
        aria-label="用户名或姓名"
        placeholder="用户名、姓名"
        defaultValue={wanted.q}
        key={wanted.q === '' ? 'none' : 'some'}
        allowClear
        onSearch={(q) => onChange({ ...wanted, q: q.trim() })}
      />
      <Select
        className={css.choice ?? ''}
        aria-label="职责"
        placeholder="职责：不限"
        allowClear
        value={wanted.function}
        onChange={(held) => onChange({ ...wanted, function: held ?? null })}
        options={FUNCTIONS.map((held) => ({ value: held, label: FUNCTION_WORDS[held] }))}
      />
      <Select
        className={css.choice ?? ''}
        aria-label="状态"
        placeholder="状态：不限"
        allowClear
        value={wanted.state}
        onChange={(state) => onChange({ ...wanted, state: state ?? null })}
        options={ACCOUNT_STATES.map((state) => ({ value: state, label: ACCOUNT_STATE_WORDS[state] }))}
      />
      <div className={css.union}>
        <label className={css.unseen} htmlFor={unionField}>
          工会
        </label>
        <UnionSelect
          id={unionField}
          {...(wanted.union !== null && { value: wanted.union })}
          onChange={(union) => onChange({ ...wanted, union })}
        />
      </div>
      {wanted.union !== null && <Button onClick={() => onChange({ ...wanted, union: null })}>不限工会</Button>}
    </search>
  );
}
