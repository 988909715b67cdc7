const INK = '#2f2a24';
const PINE = '#0a4f43';

function scene(wall: string, things: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="0 0 960 720">
<rect width="960" height="720" fill="${wall}"/><rect y="560" width="960" height="160" fill="#cdbfa6"/>
<path d="M0 560h960" stroke="#a3957c" stroke-width="4"/>${things}${label()}</svg>`;
}

/** 示例照片 as strokes on a grid of 24, one character after the other. */
const STROKES = [
  'M6 5h12M4 10h16M12 10v10l-2.6-1M8 13.5l-3.6 4.6M16 13.5l3.6 4.6',
  'M7 4L3.5 11M5.5 8.5v12M9 5.5h6M11.5 5.5L9 11.5M10.5 8.5h4c0 5-2 9-5 11.5M10.6 12.5l2 2M17.5 6.5v9M21 4v16l-2.2-1',
  'M4 4.5h5v9H4zM4 9h5M11.5 4.5h8c0 2.6-.4 3.7-1.2 4.4l-1.6-.5M14.6 4.5c-.3 2-1.3 3.5-3.1 4.5M12.5 10.5H19v4h-6.5zM4.6 17.6L3 20.6M9 17.6l.7 3M14 17.6l1 3M18.6 17.6l2 3',
  'M8 4v7c0 4-1 7-3.5 9.5M8 10h11M14 4v6M8 14.5h7.5V21',
] as const;

function label(): string {
  const drawn = STROKES.map((path, at) => `<path transform="translate(${at * 26} 0)" d="${path}"/>`).join('');
  return `<rect x="28" y="608" width="330" height="84" rx="14" fill="#fffdf8"/>
<g transform="translate(44 614) scale(2.9)" fill="none" stroke="${INK}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round">${drawn}</g>`;
}

function door(): string {
  return `<rect x="180" y="120" width="600" height="440" fill="#fffdf8" stroke="#a3957c" stroke-width="6"/>
<rect x="180" y="120" width="600" height="76" fill="${PINE}"/><path d="M430 560V290a50 50 0 0 1 100 0v270" fill="#86b8a9" stroke="${INK}" stroke-width="8"/>
<circle cx="512" cy="430" r="9" fill="${INK}"/><rect x="236" y="262" width="140" height="150" fill="#bcd6dc" stroke="${INK}" stroke-width="6"/>
<rect x="584" y="262" width="140" height="150" fill="#bcd6dc" stroke="${INK}" stroke-width="6"/><rect x="560" y="470" width="150" height="90" fill="#c98a4b"/>`;
}

function inside(): string {
  const stool = (x: number) =>
    `<path d="M${x} 470h110v26H${x}zM${x + 12} 496l-14 108M${x + 98} 496l14 108" fill="#b23a08" stroke="${INK}" stroke-width="8" stroke-linejoin="round"/>`;
  return `<rect x="110" y="110" width="300" height="220" fill="#bcd6dc" stroke="${INK}" stroke-width="6"/><path d="M260 110v220M110 220h300" stroke="${INK}" stroke-width="5"/>
<path d="M470 420h380v30H470zM510 450v150M810 450v150" fill="#c98a4b" stroke="${INK}" stroke-width="8"/>${stool(180)}${stool(330)}
<rect x="590" y="140" width="220" height="84" rx="12" fill="#fffdf8" stroke="${INK}" stroke-width="6"/><path d="M610 250c20 26-20 34 0 60M700 250c20 26-20 34 0 60M790 250c20 26-20 34 0 60" fill="none" stroke="#6e94b0" stroke-width="8" stroke-linecap="round"/>`;
}

function water(): string {
  return `<path d="M390 150h180l-16 150H406z" fill="#a9cfe3" stroke="${INK}" stroke-width="8" stroke-linejoin="round"/>
<rect x="370" y="300" width="220" height="300" rx="16" fill="#fffdf8" stroke="${INK}" stroke-width="8"/><path d="M430 380h24v34h-24zM506 380h24v34h-24z" fill="${PINE}"/>
<path d="M430 470h100l-10 70h-80z" fill="#f7b234" stroke="${INK}" stroke-width="6"/><path d="M690 500h170v100H690z" fill="#c98a4b" stroke="${INK}" stroke-width="8"/>
<path d="M710 440h46l-6 60h-34zM790 440h46l-6 60h-34z" fill="#fffdf8" stroke="${INK}" stroke-width="6"/>`;
}

function shelf(): string {
  const phone = (x: number) =>
    `<rect x="${x}" y="180" width="74" height="130" rx="12" fill="#fffdf8" stroke="${INK}" stroke-width="7"/><path d="M${x + 42} 214l-18 32h26l-16 32" fill="none" stroke="${PINE}" stroke-width="7"/>`;
  return `<path d="M120 330h720v26H120zM120 570h720v26H120zM140 356v214M820 356v214" fill="#c98a4b" stroke="${INK}" stroke-width="7"/>
${phone(190)}${phone(310)}${phone(430)}<rect x="180" y="410" width="330" height="160" rx="14" fill="#e0d8c8" stroke="${INK}" stroke-width="7"/>
<rect x="206" y="436" width="200" height="108" rx="8" fill="#3d4a52"/><path d="M440 450v.1M440 490v.1M440 530v.1" stroke="${INK}" stroke-width="18" stroke-linecap="round"/>
<rect x="570" y="440" width="190" height="130" rx="12" fill="#fffdf8" stroke="${INK}" stroke-width="7"/><path d="M665 466v78M626 505h78" stroke="#86182a" stroke-width="20"/>`;
}

function sign(): string {
  return `<path d="M480 120v480" stroke="${INK}" stroke-width="14"/><rect x="270" y="130" width="420" height="250" rx="20" fill="${PINE}" stroke="${INK}" stroke-width="8"/>
<path d="M404 318a84 84 0 1 1 152 0" fill="none" stroke="#fffdf8" stroke-width="18" stroke-linecap="round"/><path d="M428 258h104v18H428zM440 276l-8 54M520 276l8 54" fill="#ffb27f" stroke="#ffb27f" stroke-width="12"/>
<path d="M690 255l70 0-24-24M760 255l-24 24" fill="none" stroke="${INK}" stroke-width="12" stroke-linecap="round"/><path d="M100 600c40-90 150-90 190 0M690 600c30-70 130-70 160 0" fill="#9fb58b"/>`;
}

/**
 * Drawn pictures for synthetic stations: no photograph shows a place that does not exist. Each says 示例照片, and says it
 * in strokes of our own, so that it is there on a machine without a Chinese font and the same bytes come out everywhere.
 */
export const PICTURES: readonly string[] = [
  scene('#dfe8ea', door()),
  scene('#f1e6d2', inside()),
  scene('#e6ecdf', water()),
  scene('#ece3ef', shelf()),
  scene('#e3e7f0', sign()),
];
