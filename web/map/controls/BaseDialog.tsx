import { isOwnHost, type TileProvider } from '../../../shared/wire/tiles.ts';
import { Button } from '../../ui/parts/Button.tsx';
import { Dialog } from '../../ui/parts/Dialog.tsx';
import { Icon } from '../../ui/parts/Icon.tsx';
import { BUILTIN, consentText } from '../../ui/words/map.ts';
import css from './dialog.module.css';

type Props = {
  readonly providers: readonly TileProvider[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly onClose: () => void;
};

/** Which base lies under the stations. Street tiles say first who will see what; they are never on by themselves. */
export function BaseDialog({ providers, chosen, onChoose, onClose }: Props) {
  const choose = (id: string | null): void => {
    onChoose(id);
    onClose();
  };
  return (
    <Dialog title="底图" onClose={onClose}>
      <div className={css.base}>
        <h3>{BUILTIN}</h3>
        <p>行政区划的轮廓和名字，存在手机里，不用网，谁也看不到你在看哪里。</p>
        <Use isUsed={chosen === null} onUse={() => choose(null)}>
          用{BUILTIN}
        </Use>
      </div>
      {providers.map((provider) => (
        <div key={provider.id} className={css.base}>
          <h3>{provider.name}</h3>
          <p>{consentText(provider.name, hostsOf(provider))}</p>
          <Use isUsed={chosen === provider.id} onUse={() => choose(provider.id)}>
            知道了，用{provider.name}
          </Use>
        </div>
      ))}
    </Dialog>
  );
}

function Use({ isUsed, onUse, children }: { isUsed: boolean; onUse: () => void; children: React.ReactNode }) {
  if (!isUsed) return <Button onClick={onUse}>{children}</Button>;
  return (
    <p className={css.used}>
      <Icon name="check" size="s" />
      正在用
    </p>
  );
}

/** Hosts that see which tiles are asked for; null when that is the app's own. */
function hostsOf(provider: TileProvider): string | null {
  if (isOwnHost(provider)) return null;
  const hosts = provider.urls.map((url) => /^https?:\/\/([^/]+)/.exec(url)?.[1]?.replace(/\{s\}/g, '*') ?? url);
  return [...new Set(hosts)].join('、');
}
