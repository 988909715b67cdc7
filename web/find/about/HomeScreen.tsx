import { Button } from '../../ui/parts/Button.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { usePorts, useSource } from '../../ui/use-ports.tsx';
import css from './about.module.css';
import { Part } from './Part.tsx';

/** A quiet row for who looks for it; nothing where it is there already or cannot be had. */
export function HomeScreen() {
  const { homeScreen } = usePorts();
  const state = useSource(homeScreen);
  if (state === 'done' || state === 'none') return null;
  return (
    <Part title="装到桌面">
      {state === 'ready' ? (
        <>
          <p>像别的应用一样从桌面打开，不占多少地方，没有网也能开。</p>
          <div className={css.act}>
            <Button wide onClick={() => homeScreen.ask()}>
              <Icon name="app" />
              装到桌面
            </Button>
          </div>
        </>
      ) : (
        <p>苹果手机：用 Safari 打开，点下面的“分享”（方框里一个向上的箭头），再点“添加到主屏幕”。</p>
      )}
    </Part>
  );
}
