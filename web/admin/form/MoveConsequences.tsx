import { Alert } from 'antd';
import css from './form.module.css';
import { FormSection } from './parts/Section.tsx';
import type { DeskReply, Moving } from './use-moving.ts';

/** A small move keeps the code; a far one is a new station of the same lineage. Said before it is done. */
export function MoveConsequences({ on, moving }: { on: DeskReply; moving: Moving }) {
  const { metres, isFar, locating } = moving;
  const { located, fault } = locating;
  return (
    <FormSection id="consequences" title="会怎么样">
      {metres === null && <p>选好新坐标，这里会说清楚编码变不变、劳动者看到什么。</p>}
      {metres !== null && (
        <div className={css.stack} role="status">
          <p>
            离现在的位置 <b>{Math.round(metres)} 米</b>，{isFar ? '超过' : '不到'} {on.settings.relocateMetres} 米
            {located === null ? '' : `，在${located.name}`}。
          </p>
          {isFar ? <Far /> : <p>编码不变，标牌不用换。劳动者马上看到新地址和新位置。</p>}
        </div>
      )}
      {located !== null && located.county !== on.station.region && (
        <Alert
          type="warning"
          showIcon
          title={`新址在${located.name}，不是原来的${on.countyName}：区划跟着改，新编码用新区划。`}
        />
      )}
      {fault !== null && <Alert type="warning" showIcon title={fault} />}
    </FormSection>
  );
}

function Far() {
  return (
    <ul>
      <li>按迁址办：旧址算“已迁走”，新址马上发新编码上地图，要印新标牌。</li>
      <li>劳动者打开旧站点、扫旧二维码，会被领到新址。</li>
      <li>照片、核实情况留在旧址，新址算“未核实”，要重新核实、拍照。</li>
      <li>统计上是同一个站点搬了家，不算退出又新建。</li>
      <li>旧址还有四件事要办：收回旧标牌，从高德、百度、腾讯地图下架。</li>
    </ul>
  );
}
