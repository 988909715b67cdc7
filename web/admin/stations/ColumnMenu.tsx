import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Popover } from 'antd';
import { LIST_COLUMNS, type ListColumn } from '../../../shared/wire/list-columns.ts';
import { LIST_COLUMN_WORDS } from '../../../shared/wire/list-words.ts';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { unansweredText } from '../../desk/parts/unanswered.ts';
import { useAsk } from '../../desk/use-ask.tsx';
import type { ListQuery } from './query.ts';
import css from './stations.module.css';

/** Which columns the list has; kept with the account. */
export function ColumnMenu({ list, columns }: { list: ListQuery; columns: readonly ListColumn[] }) {
  const ask = useAsk();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const choose = async (chosen: readonly string[]) => {
    const next = LIST_COLUMNS.filter((column) => chosen.includes(column));
    // What a view brought along gives way to what is chosen by hand.
    if (list.query.columns !== undefined) list.change({ columns: next.join(',') });
    const answer = await ask('listColumns', { body: { columns: next } });
    if (!answer.ok) message.error(unansweredText(answer.refusal));
    await queries.invalidateQueries({ queryKey: ['listViews'] });
  };
  const boxes = (
    <Checkbox.Group className={css.boxes ?? ''} value={[...columns]} onChange={choose}>
      {LIST_COLUMNS.map((column) => (
        <Checkbox key={column} value={column}>
          {LIST_COLUMN_WORDS[column]}
        </Checkbox>
      ))}
    </Checkbox.Group>
  );
  return (
    <Popover trigger="click" placement="bottomRight" title="显示哪些列" content={boxes}>
      <Button icon={<DeskIcon name="sliders" />}>列</Button>
    </Popover>
  );
}
