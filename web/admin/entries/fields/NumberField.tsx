import { Form, InputNumber } from 'antd';
import { entryFieldName } from '../../../../shared/words/entry.ts';
import css from '../entries.module.css';

type Props = { name: string; label?: string; isMoney?: boolean; isOptional?: boolean };

/** Nothing below nought; whole, or money to the cent. What is too much is the server's to say. */
export function NumberField({ name, label, isMoney = false, isOptional = false }: Props) {
  return (
    <Form.Item
      name={name}
      label={label ?? entryFieldName(name)}
      rules={[{ required: !isOptional, message: `填${label ?? entryFieldName(name)}，没有就填 0。` }]}
    >
      <InputNumber
        className={css.number ?? ''}
        min={0}
        precision={isMoney ? 2 : 0}
        controls={false}
        inputMode={isMoney ? 'decimal' : 'numeric'}
      />
    </Form.Item>
  );
}
