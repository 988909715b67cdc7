import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import { pathOf } from '../../platform/ask.ts';
import { newId } from '../../platform/ids.ts';
import css from './audit.module.css';
import { filterOf, type Query } from './query.ts';

/** The log under the filter as a file. That a copy was taken goes into the log first. */
export function ExportButton({ query }: { query: Query }) {
  const ask = useAsk();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [file, setFile] = useState<{ readonly href: string; readonly upTo: number } | null>(null);
  const prepare = async () => {
    setBusy(true);
    const filter = filterOf(query);
    const answer = await ask('historyExport', { query: filter, body: { id: newId(window.crypto) } });
    setBusy(false);
    setFault(answer.ok ? null : unansweredText(answer.refusal));
    if (!answer.ok) return;
    const { id, upTo } = answer.value;
    setFile({ href: pathOf('historyFile', { params: { id }, query: filter }), upTo });
  };
  const close = () => {
    setOpen(false);
    setFile(null);
    setFault(null);
  };
  return (
    <>
      <Button icon={<DeskIcon name="download" />} onClick={() => setOpen(true)}>
        导出
      </Button>
      {isOpen && (
        <Modal
          open
          title="导出操作日志"
          okText="准备文件"
          cancelText={file === null ? '先不导' : '关上'}
          okButtonProps={{ loading: isBusy, hidden: file !== null }}
          onOk={prepare}
          onCancel={close}
        >
          {fault !== null && <Alert type="error" showIcon title={fault} />}
          {file === null ? (
            <p>按现在的条件导成 CSV，最多一百万条。谁在什么时候导出，也记进日志。</p>
          ) : (
            <p role="status">
              文件备好了，截至第 {file.upTo} 条。
              <a className={css.file} href={file.href} download>
                下载
              </a>
            </p>
          )}
        </Modal>
      )}
    </>
  );
}
