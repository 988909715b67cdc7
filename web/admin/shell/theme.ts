import { type ThemeConfig, theme } from 'antd';

type Seed = Parameters<typeof theme.darkAlgorithm>[0];
type DarkMap = ReturnType<typeof theme.darkAlgorithm>;

type Palette = {
  readonly primary: string;
  readonly info: string;
  readonly warning: string;
  readonly warningBg: string;
  readonly error: string;
  readonly errorBg: string;
  readonly text: string;
  readonly second: string;
  readonly third: string;
  readonly paper: string;
  readonly card: string;
  readonly edge: string;
  readonly line: string;
  readonly sunk: string;
  readonly tag: string;
  readonly accent: string;
  readonly onPrimary: string;
};

/** The tokens of `ui/theme/tokens.css`; Ant Design mixes tints from them and so wants values. */
const LIGHT: Palette = {
  primary: '#0a4f43',
  info: '#1558b0',
  warning: '#663800',
  warningBg: '#ffe2a8',
  error: '#86182a',
  errorBg: '#f8e0df',
  text: '#1e1a15',
  second: '#453e35',
  third: '#5f574b',
  paper: '#f6f1e6',
  card: '#fffdf8',
  edge: '#857a68',
  line: '#d8cdb9',
  sunk: '#ebe4d5',
  tag: '#e7e0d2',
  accent: '#b23a08',
  onPrimary: '#ffffff',
};
const DARK: Palette = {
  primary: '#86dcbf',
  info: '#8ec2ff',
  warning: '#ffcb73',
  warningBg: '#43310b',
  error: '#ffb6b0',
  errorBg: '#4c1a20',
  text: '#f7f1e5',
  second: '#d6cdbc',
  third: '#b6ac9a',
  paper: '#14120f',
  card: '#211e19',
  edge: '#91876f',
  line: '#3b362d',
  sunk: '#2d2922',
  tag: '#35302a',
  accent: '#ffa270',
  onPrimary: '#06251d',
};

/** Ant Design in our colours; every pair is measured in the design's table. */
export function themeOf(isDark: boolean): ThemeConfig {
  const palette = isDark ? DARK : LIGHT;
  return {
    ...(isDark && { algorithm: darkAsDrawn }),
    token: {
      ...colours(palette),
      borderRadius: 6,
      borderRadiusLG: 8,
      fontFamily: 'var(--font)',
      fontSize: 14,
      controlHeight: 32,
      lineWidthFocus: 3,
      boxShadow: 'var(--e1)',
      // A busy machine drops the ends of animations, and a button then goes on saying that it loads.
      motion: false,
    },
    components: componentsOf(palette),
  };
}

/** The dark algorithm dims every hue it is given; ours are drawn for dark already, and stay as they are. */
function darkAsDrawn(seed: Seed, map?: DarkMap): DarkMap {
  const { colorPrimary, colorLink, colorInfo, colorSuccess, colorWarning, colorError } = seed;
  const ours = { colorPrimary, colorLink, colorInfo, colorSuccess, colorWarning, colorError };
  return { ...theme.darkAlgorithm(seed, map), ...ours };
}

function colours(palette: Palette): NonNullable<ThemeConfig['token']> {
  const { primary, text, third, card, error, warning } = palette;
  return {
    colorPrimary: primary,
    colorInfo: palette.info,
    colorLink: primary,
    colorLinkHover: text,
    colorLinkActive: text,
    colorSuccess: primary,
    colorWarning: warning,
    colorWarningBg: palette.warningBg,
    colorWarningText: warning,
    colorError: error,
    colorErrorBg: palette.errorBg,
    colorErrorText: error,
    colorText: text,
    colorTextSecondary: palette.second,
    colorTextTertiary: third,
    colorTextDescription: third,
    colorTextPlaceholder: third,
    colorTextLightSolid: palette.onPrimary,
    colorIcon: palette.second,
    colorBgLayout: palette.paper,
    colorBgContainer: card,
    colorBgElevated: card,
    colorBorder: palette.edge,
    colorBorderSecondary: palette.line,
    colorSplit: palette.line,
    colorFillAlter: palette.sunk,
  };
}

function componentsOf({ sunk, card, text, paper, tag, onPrimary }: Palette): NonNullable<ThemeConfig['components']> {
  return {
    Button: { fontWeight: 500, primaryColor: onPrimary, primaryShadow: 'none', defaultShadow: 'none' },
    // The tick and the dot stand on the primary hue, which is pale in the dark.
    Checkbox: { colorWhite: onPrimary },
    Radio: { colorWhite: onPrimary },
    Table: { headerBg: sunk, rowSelectedBg: sunk, rowSelectedHoverBg: sunk, cellPaddingBlockSM: 6 },
    Menu: { itemSelectedBg: card, itemSelectedColor: text, activeBarWidth: 3 },
    Layout: { siderBg: paper, headerBg: card },
    Tag: { defaultBg: tag, defaultColor: text },
    Tooltip: { colorBgSpotlight: text, colorTextLightSolid: card },
    Tabs: { itemSelectedColor: text },
    Segmented: { trackBg: sunk, itemSelectedBg: card },
  };
}
