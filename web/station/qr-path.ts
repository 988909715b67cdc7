/** A QR code as one path over a square of `size` modules, without its quiet zone. The drawing code comes when asked for. */
export type QrPath = { readonly size: number; readonly path: string };

export async function qrPath(text: string): Promise<QrPath> {
  const { default: qrcode } = await import('qrcode');
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x} ${y}h1v1h-1z`;
  }
  return { size, path };
}
