import { Button } from 'antd';
import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { UnionId } from '../../../shared/station/station.ts';
import { Failed } from '../../desk/parts/Failed.tsx';
import { Loading } from '../../desk/parts/Loading.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { Tag } from '../../desk/parts/Tag.tsx';
import { UnionSelect } from '../../desk/parts/UnionSelect.tsx';
import { useMe } from '../../desk/signed.tsx';
import { useAnswer } from '../../desk/use-ask.tsx';
import { wholeDate } from '../../ui/words/time.ts';
import { EditSetting } from './EditSetting.tsx';
import css from './settings.module.css';
import { SETTING_GROUPS, SETTING_WORDS, type SettingItem, sourceWords, valueWords } from './words.ts';

/** All settings of one union, which the address names: `?union=410102`, else the own one. */
export function SettingsPage() {
  const me = useMe();
  const [, go] = useLocation();
  const union = new URLSearchParams(useSearch()).get('union') ?? me.union.id;
  const { data, error, refetch } = useAnswer('settings', { params: { union: union as UnionId } });
  return (
    <>
      <PageHead title="设置" note="下级没有自己定的，就跟最近的上级一样。" />
      <div className={css.which}>
        <label htmlFor="settings-union">哪个工会的设置</label>
        <div className={css.select}>
          <UnionSelect
            id="settings-union"
            value={union}
            chosenName={data?.union.name ?? me.union.name}
            onChange={(id) => go(`/settings?union=${id}`)}
          />
        </div>
      </div>
      {error !== null && <Failed error={error} retry={() => refetch()} />}
      {data === undefined ? error === null && <Loading /> : <Groups union={data.union} items={data.items} />}
    </>
  );
}

type Of = { readonly id: string; readonly name: string };

function Groups({ union, items }: { union: Of; items: readonly SettingItem[] }) {
  const [editing, setEditing] = useState<SettingItem | null>(null);
  const byKey = new Map(items.map((item) => [item.key, item]));
  return (
    <>
      {SETTING_GROUPS.map(({ title, keys }) => (
        <section key={title} className={css.group} aria-label={title}>
          <h2 className={css.heading}>{title}</h2>
          <ul>
            {keys.map((key) => {
              const item = byKey.get(key);
              return item && <Line key={key} union={union} item={item} edit={() => setEditing(item)} />;
            })}
          </ul>
        </section>
      ))}
      {editing !== null && <EditSetting union={union} item={editing} close={() => setEditing(null)} />}
    </>
  );
}

function Line({ union, item, edit }: { union: Of; item: SettingItem; edit: () => void }) {
  const { title, hint } = SETTING_WORDS[item.key];
  const isOwn = item.source?.union === union.id;
  return (
    <li className={css.line}>
      <div className={css.what}>
        <span className={css.title}>{title}</span>
        <span className={css.hint}>{hint}</span>
      </div>
      <div className={css.value}>
        <span className={css.now}>{valueWords(item.key, item.value)}</span>
        <span className={css.hint}>
          <Tag tone={isOwn ? 'ok' : 'calm'}>{sourceWords(item, union.id)}</Tag>
        </span>
        {item.coming.map(({ value, from }) => (
          <span key={from} className={css.hint}>
            {wholeDate(from)}起{value === null ? '改回跟上级一样' : `改为 ${valueWords(item.key, value)}`}
          </span>
        ))}
      </div>
      <Button size="small" onClick={edit} aria-label={`改：${title}`}>
        改
      </Button>
    </li>
  );
}
