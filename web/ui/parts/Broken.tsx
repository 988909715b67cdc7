import { Button, ButtonLink } from './Button.tsx';
import { CallUnion } from './CallUnion.tsx';
import { Card } from './Card.tsx';
import { Icon } from './Icon.tsx';

/** `isMissing`: a part of the app could not be fetched; else the page itself failed, with `detail` for who mends it. */
type Props = { isMissing: boolean; detail: string; listFails: boolean };

/** A page that failed: what is wrong, and the list, which does not fail with it. Never a white page. */
export function Broken({ isMissing, detail, listFails }: Props) {
  return (
    <main style={{ padding: '60px 0 24px', maxWidth: '40rem', margin: '0 auto' }}>
      <Card padded>
        <div role="alert">
          <h1 style={{ font: 'var(--t-title)' }}>这一页没打开</h1>
          <p style={{ margin: '4px 0 12px' }}>
            {isMissing
              ? '刚换了新版本，或者现在没连上网。重新打开就好，存好的名单还在。'
              : '这一页里有它看不懂的东西，别的页不受影响，存好的名单还在。'}
          </p>
        </div>
        <div style={{ display: 'grid', gap: 8 }}>
          {!listFails && (
            <ButtonLink weight="ink" wide href="/">
              <Icon name="list" />
              回到名单
            </ButtonLink>
          )}
          {listFails && (
            <ButtonLink wide href="/search">
              <Icon name="search" />
              按站名找
            </ButtonLink>
          )}
          <Button {...(listFails && { weight: 'ink' as const })} wide onClick={() => window.location.reload()}>
            <Icon name="refresh" />
            重新打开
          </Button>
          <CallUnion />
        </div>
        {!isMissing && detail !== '' && (
          <p style={{ marginTop: 12, font: 'var(--t-tag)', color: 'var(--ink-2)' }}>给修的人看：{detail}</p>
        )}
      </Card>
    </main>
  );
}
