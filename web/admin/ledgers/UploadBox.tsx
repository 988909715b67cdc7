import { Alert, Button, Progress } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { makeAsk } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import { fetchTelling } from '../../platform/send-file.ts';
import css from './ledgers.module.css';

type Sending = { readonly name: string; readonly part: number; readonly stop: AbortController };

/** Takes a file from the desk: chosen or dropped; then its preview opens. What is refused says why and what to do. */
export function UploadBox() {
  const { sending, fault, send } = useUpload();
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && sending === null) send(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button does the same
    <div
      className={isOver ? `${css.drop} ${css.over}` : css.drop}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {fault !== null && (
        <div className={css.fault}>
          <Alert type="error" showIcon title={fault} role="alert" />
        </div>
      )}
      {sending === null ? <Choose send={send} /> : <Uploading sending={sending} />}
    </div>
  );
}

function useUpload() {
  const [, go] = useLocation();
  const [sending, setSending] = useState<Sending | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (file: File) => {
    const stop = new AbortController();
    setFault(null);
    setSending({ name: file.name, part: 0, stop });
    const ask = makeAsk({ fetch: fetchTelling((part) => setSending({ name: file.name, part, stop })) });
    const query = { id: newId(window.crypto), name: file.name.slice(-200) };
    const answer = await ask('ledgerUpload', { query, upload: file, signal: stop.signal });
    setSending(null);
    if (answer.ok) go(`/ledgers/${answer.value.id}`);
    else if (!stop.signal.aborted) setFault(unansweredText(answer.refusal));
  };
  return { sending, fault, send };
}

function Choose({ send }: { send: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className={css.file}
        aria-label="台账文件"
        accept=".xlsx,.csv,.txt,.tsv"
        tabIndex={-1}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) send(file);
          target.value = '';
        }}
      />
      <Button type="primary" icon={<DeskIcon name="upload" />} onClick={() => input.current?.click()}>
        选一份台账
      </Button>
      <p>
        或把文件拖到这里。XLSX 或 CSV，最多 2 万行；自己的表也能读，不一定用模板。传上来先核对，没提交之前什么都不会改。
      </p>
    </>
  );
}

function Uploading({ sending: { name, part, stop } }: { sending: Sending }) {
  const percent = Math.round(part * 100);
  return (
    <div className={css.sending} role="status">
      <p>{percent < 100 ? `正在传“${name}”` : `“${name}”传完了，正在读`}</p>
      <Progress percent={percent} aria-label="传了多少" />
      <Button onClick={() => stop.abort()}>取消</Button>
    </div>
  );
}
