import { ROWS_BY } from '../../../shared/stats/question.ts';
import { PageHead } from '../../desk/parts/PageHead.tsx';
import { QuestionBar } from '../parts/QuestionBar.tsx';
import { useAsked } from '../parts/use-asked.ts';
import { AskFile } from './AskFile.tsx';
import { MonthlyFiles, OwnFiles } from './Files.tsx';

/** 导出: figures as a file that can be made again, those one asked for, and those kept every month. */
export function ExportsPage() {
  const here = useAsked();
  return (
    <>
      <PageHead title="导出" note="同样的问题、同样的截至时刻，什么时候导出都是同一份文件，一个字节不差" />
      <QuestionBar here={here} rows={ROWS_BY} />
      <AskFile asked={here.asked} />
      <OwnFiles />
      <MonthlyFiles union={here.asked.union} />
    </>
  );
}
