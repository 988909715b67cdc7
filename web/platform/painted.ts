import { after } from './clock.ts';

/** A page that nobody sees paints nothing: then it is taken as done. Milliseconds. */
const UNSEEN = 300;

/** Ends when what stands in the document now is on the screen: the second frame begins once the first is done. */
export function painted(target: Window): Promise<void> {
  return new Promise((done) => {
    const callOff = after(UNSEEN, done);
    target.requestAnimationFrame(() =>
      target.requestAnimationFrame(() => {
        callOff();
        done();
      }),
    );
  });
}
