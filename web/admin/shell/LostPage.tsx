import { Button } from 'antd';
import { Empty } from '../../desk/parts/Empty.tsx';
import { PageHead } from '../../desk/parts/PageHead.tsx';

/** No such page, or (`isKnown`) one for other functions. */
export function LostPage({ isKnown }: { isKnown: boolean }) {
  return (
    <>
      <PageHead title={isKnown ? '这一页不归你的职能' : '没有这一页'} />
      <Empty text={isKnown ? '要用这一页，找安全管理员给账号加上相应的职能。' : '地址可能抄错了，或者这一页换了地方。'}>
        <Button type="primary" href="/admin/">
          去看待办
        </Button>
      </Empty>
    </>
  );
}
