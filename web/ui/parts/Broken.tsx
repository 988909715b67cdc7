import { Button } from './Button.tsx';
import { CallUnion } from './CallUnion.tsx';
import { Card } from './Card.tsx';
import { Icon } from './Icon.tsx';

/** The last screen: something in the app itself failed. */
export function Broken() {
  return (
    <main style={{ paddingTop: 60, maxWidth: '40rem', margin: '0 auto' }} role="alert">
      <Card padded>
        <h1 style={{ font: 'var(--t-title)' }}>这一页没打开</h1>
        <p style={{ margin: '4px 0 12px' }}>多半是刚换了新版本。重新打开就好，存好的名单还在。</p>
        <div style={{ display: 'grid', gap: 8 }}>
          <Button weight="ink" wide onClick={() => window.location.reload()}>
            <Icon name="refresh" />
            重新打开
          </Button>
          <CallUnion />
        </div>
      </Card>
    </main>
  );
}
