import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';

/**
 * What is made of the deployment's secret for accounts: one key to seal with, one for hashes. Whoever has the database alone can
 * neither read a second factor nor try recovery codes.
 */
export type Secrets = {
  /** Seals a text for one owner: AES-256-GCM, `nonce.tag.text` in base64url. */
  seal(text: string, owner: string): string;
  /** Null when it is none of ours, was changed, or is another owner's. */
  open(sealed: string, owner: string): string | null;
  /** Of a recovery code, as it is stored. */
  recoveryHash(code: string): string;
  /** The one-time token of a command: asked again under the same id, the same token. 43 letters. */
  inviteToken(commandId: string): string;
};

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `randomId`: 128 bit as 32 hex digits, another each time. */
export function secretsOf(secret: string, randomId: () => string): Secrets {
  const keyFor = (what: string) => Buffer.from(hkdfSync('sha256', secret, '', `xiejiao ${what}`, 32));
  const [sealing, recovery, invites] = [keyFor('second factor'), keyFor('recovery code'), keyFor('invitation')];
  return {
    seal: (text, owner) => {
      const nonce = Buffer.from(randomId(), 'hex').subarray(-NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: (sealed, owner) => openSealed(sealing, sealed, owner),
    recoveryHash: (code) => createHmac('sha256', recovery).update(code).digest('base64url'),
    inviteToken: (commandId) => createHmac('sha256', invites).update(commandId).digest('base64url'),
  };
}

function openSealed(key: Buffer, sealed: string, owner: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag);
  try {
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null; // The tag does not fit: not sealed by us for this owner.
  }
}

/** Of a token, as it is stored. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
