import { Dialog } from './Dialog.tsx';
import { InWechat } from './InWechat.tsx';

export function WechatDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="在浏览器打开" onClose={onClose}>
      <InWechat why="微信里关掉就没了，没有网时也打不开。" />
    </Dialog>
  );
}
