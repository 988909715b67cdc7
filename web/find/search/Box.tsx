import { lazy, Suspense, useRef, useState } from 'react';
import { ToolButton } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { usePorts } from '../../ui/use-ports.tsx';
import type { Listbox } from '../use-listbox.ts';
import css from './search.module.css';

const ScanDialog = lazy(() => import('./ScanDialog.tsx').then((part) => ({ default: part.ScanDialog })));

type Props = { typed: string; onType: (text: string) => void; field: Listbox['field'] };

export function Box({ typed, onType, field }: Props) {
  const { scan } = usePorts();
  const input = useRef<HTMLInputElement>(null);
  const [isScanning, scanNow] = useState(false);
  const clear = () => {
    onType('');
    input.current?.focus();
  };
  return (
    <div className={css.head}>
      <div className={css.field}>
        <label>
          <Icon name="search" />
          <input
            ref={input}
            type="search"
            value={typed}
            onChange={(event) => onType(event.target.value)}
            placeholder="站名、路名、编码"
            aria-label="站名、路名、拼音、编码，或粘贴地图链接"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            {...field}
          />
        </label>
        {typed !== '' && (
          <ToolButton aria-label="清空" onClick={clear}>
            <Icon name="close" />
          </ToolButton>
        )}
      </div>
      {scan !== null && (
        <ToolButton boxed aria-haspopup="dialog" onClick={() => scanNow(true)}>
          <Icon name="qr" />
          扫牌
        </ToolButton>
      )}
      {isScanning && (
        <Suspense fallback={null}>
          <ScanDialog onClose={() => scanNow(false)} />
        </Suspense>
      )}
    </div>
  );
}
