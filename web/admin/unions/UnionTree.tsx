import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { wholeDate } from '../../ui/words/time.ts';
import css from './unions.module.css';
import { type Act, DOING_WORDS, doingsFor, KIND_TONES, KIND_WORDS, type UnionItem } from './words.ts';

type BranchProps = { union: UnionItem; closed: '0' | '1'; act: Act; isOpenFirst: boolean };

/** A union with what is below it, asked for when it is opened. */
export function Branch({ union, closed, act, isOpenFirst }: BranchProps) {
  const [isOpen, setOpen] = useState(isOpenFirst);
  const hasBelow = union.below > 0 || closed === '1';
  return (
    <li>
      <div className={css.line}>
        {hasBelow ? (
          <button
            type="button"
            className={css.opener}
            aria-expanded={isOpen}
            aria-label={`${isOpen ? '收起' : '展开'}${union.name}的下级`}
            onClick={() => setOpen(!isOpen)}
          >
            <DeskIcon name={isOpen ? 'down' : 'next'} />
          </button>
        ) : (
          <span className={css.opener} />
        )}
        <UnionLine union={union} act={act} path={[]} />
      </div>
      {isOpen && hasBelow && <Below of={union.id} closed={closed} act={act} />}
    </li>
  );
}

function Below({ of, closed, act }: { of: string; closed: '0' | '1'; act: Act }) {
  const { data, error, refetch } = useAnswer('unions', { query: { of, closed } });
  if (error !== null) return <Failed error={error} retry={() => refetch()} />;
  if (data === undefined) return null;
  return (
    <ul className={css.below}>
      {data.items.map((union) => (
        <Branch key={union.id} union={union} closed={closed} act={act} isOpenFirst={false} />
      ))}
    </ul>
  );
}

/** One union and what can be done to it. */
export function UnionLine({ union, act, path }: { union: UnionItem; act: Act; path: readonly string[] }) {
  return (
    <div className={css.union}>
      <span className={css.name}>{union.name}</span>
      {union.kind !== 'region' && <Tag tone={KIND_TONES[union.kind]}>{KIND_WORDS[union.kind]}</Tag>}
      {union.closedOn !== null && <Tag tone="late">{wholeDate(union.closedOn)}撤销</Tag>}
      {union.below > 0 && <span className={css.hint}>{union.below} 个下级</span>}
      {path.length > 0 && <span className={css.hint}>在 {path.join(' › ')} 下</span>}
      <span className={css.acts}>
        {doingsFor(union).map((doing) => (
          <Button
            key={doing}
            type="link"
            size="small"
            aria-label={`${DOING_WORDS[doing]}：${union.name}`}
            onClick={() => act(doing, union)}
          >
            {DOING_WORDS[doing]}
          </Button>
        ))}
        <Link href={`/settings?union=${union.id}`} className={css.link ?? ''} aria-label={`设置：${union.name}`}>
          设置
        </Link>
      </span>
    </div>
  );
}
