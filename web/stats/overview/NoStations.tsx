import { Button } from 'antd';
import { Empty } from '../../desk/parts/Empty.tsx';
import { numberText } from '../../desk/parts/number-text.ts';
import type { AskedHere } from '../parts/use-asked.ts';
import type { PartProps } from './part.ts';

type Props = { head: PartProps['answer']['head']; here: AskedHere };

/** No stations is an answer, and said as one. */
export function NoStations({ head, here: { asked, change } }: Props) {
  const where = head.region?.name ?? head.union.name;
  const which = head.stations === 'synthetic' ? '示例站点' : '站点';
  return (
    <Empty text={`${where}在${head.periodWords}没有${which}，也没有来过走过的。`}>
      {asked.region !== undefined && <Button onClick={() => change({ region: undefined })}>看全部范围</Button>}
      {head.stations === 'real' && head.leftOut > 0 && (
        <Button onClick={() => change({ stations: 'synthetic' })}>看 {numberText(head.leftOut)} 个示例站点的数</Button>
      )}
    </Empty>
  );
}
