import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { PLAQUES_MOST } from '../../../shared/wire/routes/plaques.ts';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { Choose } from './Choose.tsx';
import { readCodes, withinMost } from './codes.ts';
import { Paste } from './Paste.tsx';
import { Preview } from './Preview.tsx';
import css from './plaques.module.css';

/** 编码和标牌: which stations, how large, what it looks like, print. `?codes=` brings a choice from another page. */
export function PlaquesPage() {
  const asked = new URLSearchParams(useSearch()).get('codes') ?? '';
  const [chosen, choose] = useState<readonly string[]>(() => readCodes(asked).codes);
  const add = (codes: readonly string[]) => choose([...new Set([...chosen, ...codes])]);
  const codes = withinMost(chosen);
  return (
    <>
      <PageHead title="编码和标牌" note="验收或导入时发的编码，印成贴在门口的标牌">
        <span className={css.count} role="status">
          {chosen.length === 0 ? '还没选站点' : `选了 ${chosen.length} 个站点`}
        </span>
        <Button disabled={chosen.length === 0} onClick={() => choose([])}>
          清空
        </Button>
      </PageHead>
      {chosen.length > PLAQUES_MOST && (
        <Alert
          type="warning"
          showIcon
          title={`一次最多印 ${PLAQUES_MOST} 张，先印前 ${PLAQUES_MOST} 个，余下的再印一次。`}
        />
      )}
      <div className={css.columns}>
        <div>
          <Paste onRead={add} />
          <Choose chosen={chosen} onChoose={choose} />
        </div>
        <Preview codes={codes} />
      </div>
    </>
  );
}
