import { Alert, Button } from 'antd';
import { NotAnswered } from '../use-ask.tsx';
import { unansweredText } from './unanswered.ts';

/** What could not be shown, why, and the button that tries again. */
export function Failed({ error, retry }: { error: Error; retry: () => void }) {
  const text = error instanceof NotAnswered ? unansweredText(error.why) : '这一页出错了。再试一次。';
  return <Alert type="error" showIcon title={text} action={<Button onClick={retry}>再试一次</Button>} />;
}
