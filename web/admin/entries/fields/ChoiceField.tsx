import { Form, Select } from 'antd';

type Props<C extends string> = {
  name: string;
  label: string;
  codes: readonly C[];
  words: { readonly [K in C]: string };
};

/** One of a list. */
export function ChoiceField<C extends string>({ name, label, codes, words }: Props<C>) {
  return (
    <Form.Item name={name} label={label}>
      <Select options={codes.map((value) => ({ value, label: words[value] }))} />
    </Form.Item>
  );
}
