/** A picture to be passed on: `png` its bytes, `name` its file name without the ending. */
export type Picture = { readonly png: Blob; readonly name: string; readonly title: string };

/** `shared` through the system's sheet, `saved` as a file, `dropped`: the sheet was closed without choosing. */
export type Given = 'shared' | 'saved' | 'dropped';

/** Signs that a file system or a system's sheet may not take, and those nobody sees. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]+/gu;
const LONGEST = 40;

export function fileName(name: string): string {
  const fit = [...name.replace(UNFIT, ' ').trim()].slice(0, LONGEST).join('').trim();
  return `${fit === '' ? '驿站' : fit}.png`;
}

/** By the sheet where it takes files, else as a download. Call it from a tap. */
export async function givePicture({ png, name, title }: Picture, page: Document): Promise<Given> {
  const file = new File([png], fileName(name), { type: 'image/png' });
  const navigator = page.defaultView?.navigator;
  const canShare: Navigator['canShare'] | undefined = navigator?.canShare;
  if (navigator === undefined || canShare?.call(navigator, { files: [file] }) !== true) return save(file, page);
  try {
    await navigator.share({ files: [file], title });
    return 'shared';
  } catch (error) {
    // Closing the sheet is a choice; anything else is a sheet that does not work, and the file is still wanted.
    return error instanceof DOMException && error.name === 'AbortError' ? 'dropped' : save(file, page);
  }
}

function save(file: File, page: Document): Given {
  const address = URL.createObjectURL(file);
  const link = page.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return 'saved';
}
