import { ButtonLink } from './Button.tsx';
import { Card } from './Card.tsx';
import { Icon } from './Icon.tsx';
import { Column, Shell } from './Shell.tsx';

/** An address that leads nowhere: said, with the ways on. */
export function Lost() {
  return (
    <Shell tab={null}>
      <Column>
        <main style={{ paddingTop: 60 }}>
          <Card padded>
            <h1 style={{ font: 'var(--t-title)' }}>没有这个页面</h1>
            <p style={{ margin: '4px 0 12px' }}>网址可能少了几个字，或者抄错了。</p>
            <div style={{ display: 'grid', gap: 8 }}>
              <ButtonLink weight="ink" wide href="/">
                <Icon name="list" />
                看附近的驿站
              </ButtonLink>
              <ButtonLink wide href="/search">
                <Icon name="search" />
                按站名或编码找
              </ButtonLink>
            </div>
          </Card>
        </main>
      </Column>
    </Shell>
  );
}
