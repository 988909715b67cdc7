const CODES = 10;
/** Without letters and figures that are read for one another. */
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const LENGTH = 12;
const GROUP = 4;

/** Ten codes of 59 bit as people write them down: `k3mf-9q2t-w7bd`. `randomId`: 32 hex digits. */
export function newRecoveryCodes(randomId: () => string): readonly string[] {
  return Array.from({ length: CODES }, () => grouped(signsOf(randomId())));
}

/** What a typed code is compared by: case, spaces and strokes do not matter. */
export function recoveryKey(code: string): string {
  return code
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function signsOf(id: string): string {
  let rest = BigInt(`0x${id}`);
  let signs = '';
  for (let i = 0; i < LENGTH; i++) {
    signs += SIGNS[Number(rest % BigInt(SIGNS.length))] ?? '';
    rest /= BigInt(SIGNS.length);
  }
  return signs;
}

function grouped(signs: string): string {
  return (signs.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}
