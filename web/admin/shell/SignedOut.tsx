import { Button, Modal } from 'antd';

/** The session ended on an open page: sign in in another tab, and go on here with all that was typed. */
export function SignedOut({ again }: { again: () => void }) {
  return (
    <Modal
      open
      title="登录已过期"
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={again}>登录好了，接着做</Button>
          <Button type="primary" href="/admin/login?next=%2F" target="_blank">
            在新窗口登录
          </Button>
        </>
      }
    >
      <p>填的内容还在这一页。在新窗口登录后，回到这里接着做。</p>
    </Modal>
  );
}
