/** Province and city in front of an address: a person nearby needs neither. */
const ABOVE_COUNTY = /^(?:[一-龥]{2,8}?(?:省|自治区))?(?:[一-龥]{2,10}?(?:市|自治州|地区|盟))?/;
const COUNTY = /^[一-龥]{1,9}?(?:区|县|旗|市)/;
/** 街道、镇、乡 say less than the road behind them. */
const TOWN = /^[一-龥]{1,8}?(?:街道|镇|乡|苏木)(?=[一-龥0-9])/;
const ROAD = /^[一-龥0-9]{1,10}?(?:大道|大街|公路|胡同|路|街|巷|道|里|弄|村|镇)/;

/** `二七区德化街一带` out of a station's address; the name's own neighbourhood when the address names no road. */
export function placeLabel(address: string, name: string): string {
  const rest = address.replace(ABOVE_COUNTY, '');
  const county = rest.match(COUNTY)?.[0] ?? '';
  const inCounty = rest.slice(county.length);
  const road = roadOf(inCounty.replace(TOWN, '')) || roadOf(inCounty);
  if (road === '') return county === '' ? nearName(name) : `${county}一带`;
  return `${county}${road}一带`;
}

/** Road and town an address names, as people say them: `德化街`, `五里堡街道`. Empty where it names none. */
export function roadsIn(address: string): { readonly county: string; readonly town: string; readonly road: string } {
  const rest = address.replace(ABOVE_COUNTY, '');
  const county = rest.match(COUNTY)?.[0] ?? '';
  const inCounty = rest.slice(county.length);
  const town = inCounty.match(TOWN)?.[0] ?? '';
  return { county, town, road: roadOf(inCounty.slice(town.length)) };
}

/** The road a text begins with, `德化街` in 德化街爱心驿站; empty when it begins with none. */
export function roadAt(text: string): string {
  return roadOf(text);
}

/** Where the person is, when nothing near gives it a name. */
export const HERE_WORDS = '现在的位置';

/** A name too long for the top of a screen, or none at all, is no place. */
function nearName(name: string): string {
  const said = name.trim();
  return said === '' || said.length > 14 ? HERE_WORDS : `${said}附近`;
}

function roadOf(text: string): string {
  return text.match(ROAD)?.[0] ?? '';
}

/** `误差约 20 米`, `误差约 3 公里`. */
export function accuracyText(metres: number): string {
  if (metres < 1000) return `误差约 ${Math.max(10, Math.round(metres / 10) * 10)} 米`;
  return `误差约 ${Math.round(metres / 1000)} 公里`;
}
