import { Alert, Modal } from 'antd';
import { useState } from 'react';
import type { Clashing, Merge } from './clash.ts';
import css from './form.module.css';

type Props = {
  merge: Merge;
  /** The units in which mine is written over what is stored. */
  choose: (units: readonly string[]) => void;
  close: () => void;
};

/** Somebody else saved meanwhile: both sides field by field, and a person says which counts. */
export function ClashChoice({ merge, choose, close }: Props) {
  const [mine, setMine] = useState<ReadonlyMap<string, boolean>>(new Map());
  const open = merge.both.filter(({ unit }) => !mine.has(unit)).length;
  const take = () => {
    const chosen = merge.both.filter(({ unit }) => mine.get(unit) === true);
    choose([...merge.onlyMine, ...chosen].map(({ unit }) => unit));
  };
  return (
    <Modal
      open
      width={860}
      title="别人刚改过这个站点"
      okText="按选的保存"
      cancelText="先不保存"
      okButtonProps={{ disabled: open > 0 }}
      onOk={take}
      onCancel={close}
    >
      <div className={css.stack}>
        {merge.both.length > 0 && (
          <Sides rows={merge.both} chosen={mine} choose={(unit, isMine) => setMine(new Map(mine).set(unit, isMine))} />
        )}
        {open > 0 && <Alert type="info" showIcon title={`还有 ${open} 项没选用哪一边。`} />}
        <OneSided title="只有你改了，会照你的写" rows={merge.onlyMine} side="mine" />
        <OneSided title="只有别人改了，保持现在的" rows={merge.onlyNow} side="now" />
      </div>
    </Modal>
  );
}

type SidesProps = {
  rows: readonly Clashing[];
  chosen: ReadonlyMap<string, boolean>;
  choose: (unit: string, isMine: boolean) => void;
};

function Sides({ rows, chosen, choose }: SidesProps) {
  return (
    <table className={css.sides}>
      <thead>
        <tr>
          <th scope="col">哪一项</th>
          <th scope="col">你动手时</th>
          <th scope="col">你改成</th>
          <th scope="col">现在存着</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, name, base, mine, now }) => (
          <tr key={unit}>
            <th scope="row">{name}</th>
            <td>{base}</td>
            <td>
              <Side
                unit={unit}
                text={mine}
                word={`${name}用我的`}
                isOn={chosen.get(unit) === true}
                take={() => choose(unit, true)}
              />
            </td>
            <td>
              <Side
                unit={unit}
                text={now}
                word={`${name}用现在的`}
                isOn={chosen.get(unit) === false}
                take={() => choose(unit, false)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SideProps = { unit: string; text: string; word: string; isOn: boolean; take: () => void };

function Side({ unit, text, word, isOn, take }: SideProps) {
  return (
    <label>
      <input type="radio" name={`side ${unit}`} aria-label={`${word}：${text}`} checked={isOn} onChange={take} />
      <span>{text}</span>
    </label>
  );
}

function OneSided({ title, rows, side }: { title: string; rows: readonly Clashing[]; side: 'mine' | 'now' }) {
  if (rows.length === 0) return null;
  return (
    <div>
      <b>{title}</b>
      <ul>
        {rows.map((row) => (
          <li key={row.unit}>
            {row.name}：{row[side]}
          </li>
        ))}
      </ul>
    </div>
  );
}
