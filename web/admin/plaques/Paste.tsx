import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { readCodes } from './codes.ts';
import css from './plaques.module.css';

/** Codes from a sheet or a letter, all at once. What is no code stays in the field, with what is wrong beside it. */
export function Paste({ onRead }: { onRead: (codes: readonly string[]) => void }) {
  const id = useId();
  const [text, type] = useState('');
  const [said, say] = useState('');
  const take = () => {
    const { codes, wrong } = readCodes(text);
    onRead(codes);
    type(wrong.join('\n'));
    say(saidOf(codes.length, wrong.length));
  };
  return (
    <details className={css.paste}>
      <summary>按编码选</summary>
      <label htmlFor={id}>一行一个编码，空格不用管</label>
      <Input.TextArea
        id={id}
        rows={4}
        value={text}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => type(target.value)}
      />
      <Button onClick={take} disabled={text.trim() === ''}>
        选上这些
      </Button>
      <p id={`${id}-said`} role="status">
        {said}
      </p>
    </details>
  );
}

function saidOf(right: number, wrong: number): string {
  const took = right === 0 ? '一个也没选上。' : `选上了 ${right} 个。`;
  return wrong === 0 ? took : `${took}剩下的 ${wrong} 行不是站点编码，改好再选。`;
}
