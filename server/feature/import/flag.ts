import { type StationCode, spacedCode } from '../../../shared/station/code.ts';
import { fieldName } from '../../../shared/words/field.ts';

/** What keeps a row unpublished until a person has looked. */
export type Flag =
  | {
      readonly kind: 'outside-named-region';
      readonly named: string;
      readonly found: string | null;
      /** Another branch's place: nobody here may say that the point is right. */
      readonly elsewhere: boolean;
    }
  | { readonly kind: 'near-duplicate'; readonly metres: number; readonly of: Twin }
  | { readonly kind: 'same-point'; readonly of: Twin }
  | { readonly kind: 'repeated-row'; readonly of: Twin }
  /** Nobody knew the door: it stands in the middle of its county until somebody goes there. */
  | { readonly kind: 'centre-only'; readonly region: string }
  /** Somebody changed the station after the clerk had looked. */
  | { readonly kind: 'changed-meanwhile'; readonly fields: readonly string[] }
  /** It was registered by somebody else after the clerk had looked. */
  | { readonly kind: 'appeared-meanwhile'; readonly of: Twin };

/** What was understood only in part; the row goes on. */
export type Note =
  | { readonly kind: 'hours-unread'; readonly rest: string }
  | { readonly kind: 'facilities-unread'; readonly words: readonly string[] }
  | { readonly kind: 'swapped' }
  | { readonly kind: 'region-by-point'; readonly region: string }
  | { readonly kind: 'left-by-clerk' }
  /** Entries of the station's beside it, in words. */
  | { readonly kind: 'entries'; readonly texts: readonly string[] }
  /** A word of a list that the list does not have. */
  | { readonly kind: 'word-unread'; readonly field: string; readonly text: string }
  /** Fields that a person with another function must agree to; the rest of the row goes on. */
  | { readonly kind: 'left-out'; readonly fields: readonly string[]; readonly why: 'needs-approver' | 'move-too-far' };

/** The other of a pair: a row of the same file, or a station already registered. */
export type Twin = { readonly name: string; readonly code: StationCode | null; readonly row: number | null };

export function flagText(flag: Flag): string {
  switch (flag.kind) {
    case 'outside-named-region':
      return `坐标落在${flag.found ?? '所有区县之外'}，不在写明的${flag.named}。核对坐标或区县后再入册。`;
    case 'near-duplicate':
      return `${Math.round(flag.metres)} 米外有名称相近的${twinText(flag.of)}。是同一个就合并，不是就写明区别。`;
    case 'same-point':
      return `与${twinText(flag.of)}坐标完全相同。到现场重新取一次坐标，或确认是同一个门。`;
    case 'repeated-row':
      return `与${twinText(flag.of)}是同一个站点，只按那一行入册。内容不同时，把两行并成一行再导入。`;
    case 'centre-only':
      return `还没有坐标，先记在${flag.region}的中心，不公开。到现场取了坐标再改。`;
    case 'changed-meanwhile':
      return `核对之后有人改过${flag.fields.map(fieldName).join('、')}，这一行没有写入。重新核对一次再导入。`;
    case 'appeared-meanwhile':
      return `核对之后有人登记了${twinText(flag.of)}，这一行没有写入。重新核对一次再导入。`;
  }
}

export function noteText(note: Note): string {
  switch (note.kind) {
    case 'hours-unread':
      return `开放时间没读懂“${note.rest}”，先记为时间不详，原文保留。`;
    case 'facilities-unread':
      return `设施里没认出：${note.words.join('、')}。`;
    case 'swapped':
      return '经度和纬度写反了，已换过来。';
    case 'region-by-point':
      return `区划按坐标定为${note.region}。`;
    case 'left-by-clerk':
      return '你选了不导入这一行。';
    case 'word-unread':
      return `${fieldName(note.field)}没读懂“${note.text}”，先空着。照下拉列表里的写。`;
    case 'entries':
      return `另记工作台账：${note.texts.join('；')}。记过的不重复记。`;
    case 'left-out':
      return note.why === 'needs-approver'
        ? `${note.fields.map(fieldName).join('、')}要审核人同意才能改，这次没改；其他内容照改。`
        : '坐标移得太远，这次没改；真搬了就到站点页面办“迁址”。';
  }
}

function twinText({ name, code, row }: Twin): string {
  if (row !== null) return `第 ${row} 行“${name}”`;
  return code ? `“${name}”（编码 ${spacedCode(code)}）` : `“${name}”`;
}
