import { Link } from 'wouter';
import { CallUnion } from '../../ui/parts/CallUnion.tsx';
import { Tag } from '../../ui/parts/Card.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { Column, Shell } from '../../ui/parts/Shell.tsx';
import { useMinute, useSync } from '../../ui/use-ports.tsx';
import { LEAVES, MARKS, NEVER } from '../../ui/words/about.ts';
import { STRAIGHT_NOTE } from '../../ui/words/distance.ts';
import { SYNTHETIC_TAG } from '../../ui/words/fresh.ts';
import { countText } from '../../ui/words/size.ts';
import { followed, pastText } from '../../ui/words/time.ts';
import css from './about.module.css';
import { HomeScreen } from './HomeScreen.tsx';
import { Part } from './Part.tsx';
import { Software } from './Software.tsx';

/** 关于数据: where it comes from, what it does not know, what the app does with yours, and whom to ask. */
export function About() {
  return (
    <Shell tab={null}>
      <Column>
        <header className={css.top}>
          <h1>关于数据</h1>
        </header>
        <main>
          <Source />
          <Marks />
          <Times />
          <Privacy />
          <Wrong />
          <HomeScreen />
          <Part title="地图">
            <p>自带的底图只画省、市、区县的轮廓，给人认方向用，不是法定界线。</p>
            <p>网络底图由别的单位提供：没有审图号的一律不用，用的时候图上写着审图号和提供单位。</p>
          </Part>
          <Software />
        </main>
      </Column>
    </Shell>
  );
}

function Source() {
  const { table, cities } = useSync();
  const now = useMinute();
  const [latest] = cities.map((city) => city.checkedAt).sort((a, b) => b - a);
  return (
    <Part title="名单从哪儿来">
      <p>各级工会登记的户外劳动者服务站点，也有从工会台账导入的。</p>
      {table !== null && (
        <p>
          这部手机里有 {countText(table.size)} 个
          {latest === undefined ? '' : `，${followed(pastText(latest, now), '和工会的名单对过')}`}。
        </p>
      )}
      <p>每次联网打开都会对一遍，一个站点变了只取那一个。超过 7 天没对上会提醒，超过 30 天请先打电话再去。</p>
    </Part>
  );
}

function Marks() {
  return (
    <Part title="站点旁边的字是什么意思">
      <dl className={css.pairs}>
        <div>
          <dt>
            <Tag>{SYNTHETIC_TAG}</Tag>
          </dt>
          <dd>演示用的，地方和名字都是编的，不是真的驿站，别照着去。</dd>
        </div>
        {MARKS.map(({ mark, means }) => (
          <div key={mark}>
            <dt>{mark}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

function Times() {
  return (
    <Part title="时间和距离">
      <p>开门时间按站点自己公布的算，放假和调休看国务院的通知。没写清的说“时间不详”。</p>
      <p>{STRAIGHT_NOTE}两公里以外按骑车算。</p>
    </Part>
  );
}

/** All of it in one screen: nobody reads a second one. */
function Privacy() {
  return (
    <Part title="你的隐私">
      <ul className={css.never}>
        {NEVER.map((one) => (
          <li key={one}>
            <Icon name="check" size="s" />
            <span>{one}</span>
          </li>
        ))}
      </ul>
      <p>会离开手机的只有这些：</p>
      <dl className={css.pairs}>
        {LEAVES.map(({ what, why }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
      <p>
        存在手机里的有：名单、上次的位置、你选的大字和颜色、搜过的词、没发完的反馈。清掉浏览器里这个网站的数据就都没了。
      </p>
    </Part>
  );
}

function Wrong() {
  return (
    <Part title="哪里写错了">
      <p>在站点的页面上点“反馈”，不用登录。没有收进来的好地方，也可以告诉工会。</p>
      <p className={css.links}>
        <Link href="/suggest">推荐一个新地点</Link>
        <Link href="/mine">我的反馈</Link>
        <Link href="/notices">公示中的站点</Link>
      </p>
      <CallUnion />
    </Part>
  );
}
