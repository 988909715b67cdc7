import { Button } from 'antd';
import { Link } from 'wouter';
import { instant } from '../../../shared/kernel/instant.ts';
import { entryDayText, entryText } from '../../../shared/words/entry.ts';
import { CodeText } from '../../desk/parts/CodeText.tsx';
import { DemoTag } from '../../desk/parts/DemoTag.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { exactText } from '../../desk/parts/when.ts';
import { useMe } from '../../desk/signed.tsx';
import css from './entries.module.css';
import { type EntryShown, rectifyPath } from './words.ts';

type Acts = { correct: (entry: EntryShown) => void; withdraw: (entry: EntryShown) => void };
type Props = Acts & { entries: readonly EntryShown[]; caption: string };

export function EntryTable({ entries, caption, ...acts }: Props) {
  return (
    <table className={css.list}>
      <caption className={css.hidden}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">什么时候</th>
          <th scope="col">哪里</th>
          <th scope="col">内容</th>
          <th scope="col">
            <span className={css.hidden}>怎么办</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td className={css.when}>
              <b>{entryDayText(entry)}</b>
              <small>{exactText(instant(entry.at))} 记</small>
            </td>
            <td>
              <Where entry={entry} />
            </td>
            <td>
              <What entry={entry} />
            </td>
            <td className={css.way}>
              <Ways entry={entry} {...acts} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Where({ entry: { station, union } }: { entry: EntryShown }) {
  if (station === null) return <b>{union.name}（整体）</b>;
  return (
    <>
      <Link href={`/stations/${station.id}`} className={css.station ?? ''}>
        {station.name}
      </Link>
      <small>
        <CodeText code={station.code} /> {station.origin === 'synthetic' && <DemoTag />}
      </small>
      <small>{union.name}</small>
    </>
  );
}

function What({ entry }: { entry: EntryShown }) {
  return (
    <>
      <span className={css.what}>{entryText(entry)}</span>
      {entry.isOverdue && <Tag tone="late">整改超期</Tag>}
      {entry.isWithdrawn && <Tag tone="calm">已撤回</Tag>}
      {entry.note !== null && <small>说明：{entry.note}</small>}
      {entry.rev > 1 && !entry.isWithdrawn && <small>更正过 {entry.rev - 1} 次</small>}
    </>
  );
}

/** 限期整改 is the officer's to order; an inspector writes down what was found. */
function Ways({ entry, correct, withdraw }: Acts & { entry: EntryShown }) {
  const { functions } = useMe();
  const named = `：${entryText(entry)}`;
  const isOpen = entry.kind === 'inspection' && entry.body.findings.length > 0 && entry.body.rectifiedOn === null;
  const { station } = entry;
  return (
    <div className={css.ways}>
      {isOpen && functions.includes('officer') && station !== null && station.status === 'active' && (
        <Link href={rectifyPath(station.id, entry.body.findings)} className={css.go ?? ''}>
          限期整改
        </Link>
      )}
      {entry.mayKeep && (
        <>
          <Button size="small" onClick={() => correct(entry)}>
            更正<span className={css.hidden}>{named}</span>
          </Button>
          <Button size="small" onClick={() => withdraw(entry)}>
            撤回<span className={css.hidden}>{named}</span>
          </Button>
        </>
      )}
    </div>
  );
}
