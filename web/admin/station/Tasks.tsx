import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { EXIT_TASK_WORDS } from '../../../shared/words/station.ts';
import { ConfirmStep } from '../../desk/parts/ConfirmStep.tsx';
import { DueTag } from '../../desk/parts/DueTag.tsx';
import { Empty } from '../../desk/parts/Empty.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { When } from '../../desk/parts/When.tsx';
import { useAsk } from '../../desk/use-ask.tsx';
import { newId } from '../../platform/ids.ts';
import css from './desk.module.css';
import type { OnDesk } from './step-words.ts';

type Task = OnDesk['tasks'][number];

/** What is left to do in the world once a station has left its door. */
export function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const [open, setOpen] = useState<Task | null>(null);
  if (tasks.length === 0) return <Empty text="没有要办的事。站点退出、合并或迁走之后，收标牌和地图下架会列在这里。" />;
  return (
    <>
      <ul className={css.tasks}>
        {tasks.map((task) => (
          <li key={task.id}>
            <b>{EXIT_TASK_WORDS[task.kind]}</b>
            {task.doneAt === null ? <DueTag on={task.due} /> : <Tag tone="ok">办完了</Tag>}
            {task.doneAt !== null && (
              <span className={css.quiet}>
                {task.doneBy?.name} <When at={task.doneAt} />：{task.evidence}
              </span>
            )}
            {task.mayFinish && task.doneAt === null && (
              <Button size="small" onClick={() => setOpen(task)} aria-label={`${EXIT_TASK_WORDS[task.kind]}，办完了`}>
                办完了
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open !== null && <Finish task={open} close={() => setOpen(null)} />}
    </>
  );
}

function Finish({ task, close }: { task: Task; close: () => void }) {
  const ask = useAsk();
  const queries = useQueryClient();
  const act = async (evidence: string) => {
    const answer = await ask('taskDone', { params: { id: task.id }, body: { id: newId(window.crypto), evidence } });
    if (!answer.ok) return unansweredText(answer.refusal);
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    return null;
  };
  return (
    <ConfirmStep title={`${EXIT_TASK_WORDS[task.kind]}，办完了`} reason="required" act={act} close={close}>
      <p>写明谁办的、凭什么说办完了，如：标牌已收回入库；高德工单号。</p>
    </ConfirmStep>
  );
}
