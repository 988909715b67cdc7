import { Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import css from './frame.module.css';

/** Finds stations of the own branch by what people call them: the list opens with what was typed. */
export function StationSearch({ went }: { went?: () => void }) {
  const [text, setText] = useState('');
  const [, go] = useLocation();
  const search = () => {
    if (text.trim() === '') return;
    go(`/stations?q=${encodeURIComponent(text.trim())}`);
    setText('');
    went?.();
  };
  return (
    <search className={css.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <Input
          aria-label="找站点：站名、拼音、编码"
          placeholder="站名、拼音、编码"
          prefix={<DeskIcon name="search" />}
          enterKeyHint="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
    </search>
  );
}
