import { Button } from 'antd';
import { DeskIcon } from '../../desk/parts/DeskIcon.tsx';
import css from './print.module.css';

/** Puts the page on paper, which is light: in a dark room the page is light for as long as that takes. */
export function PrintButton() {
  return (
    <Button className={css.print ?? ''} icon={<DeskIcon name="print" />} onClick={printLight}>
      打印
    </Button>
  );
}

async function printLight(): Promise<void> {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  delete dataset.theme;
  // Drawings are drawn anew in the frame after the next.
  if (theme !== undefined) await nextFrame().then(nextFrame);
  window.print();
  if (theme !== undefined) dataset.theme = theme;
}

function nextFrame(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => done()));
}
