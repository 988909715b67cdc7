import { CallUnion } from '../../ui/parts/CallUnion.tsx';
import { Card, Tag } from '../../ui/parts/Card.tsx';
import { Column, Shell } from '../../ui/parts/Shell.tsx';
import { STRAIGHT_NOTE } from '../../ui/words/distance.ts';
import { SYNTHETIC_TAG } from '../../ui/words/fresh.ts';
import css from './about.module.css';

/** 关于数据: where it comes from, what it does not know, what the app does with yours. */
export function About() {
  return (
    <Shell tab={null}>
      <Column>
        <header className={css.top}>
          <h1>关于数据</h1>
        </header>
        <main>
          <Card padded>
            <div className={css.text}>
              <h2>名单从哪儿来</h2>
              <p>各级工会登记的户外劳动者服务站点，也有从工会台账导入的。导入的都先写“未核实”，有人到现场看过才改。</p>
              <h2>
                <Tag>{SYNTHETIC_TAG}</Tag> 是什么
              </h2>
              <p>演示用的，地方和名字都是编的，不是真的驿站，别照着去。</p>
              <h2>开门时间准不准</h2>
              <p>按站点自己公布的算，节假日看国务院的放假通知。没写清的说“时间不详”，去前先打电话。</p>
              <h2>距离怎么算</h2>
              <p>{STRAIGHT_NOTE}两公里以外按骑车算。</p>
              <h2>你的位置</h2>
              <p>
                只在手机里用来排远近，不发给任何人。没有账号，不记你去过哪儿。打开导航软件时，交出去的只有驿站的位置。
              </p>
              <div>
                <CallUnion />
              </div>
            </div>
          </Card>
        </main>
      </Column>
    </Shell>
  );
}
