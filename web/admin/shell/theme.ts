import type { ThemeConfig } from 'antd';

/** Ant Design in our colours; every pair is measured in the design's table. */
export const THEME: ThemeConfig = {
  token: {
    colorPrimary: '#0a4f43',
    colorInfo: '#1558b0',
    colorSuccess: '#0a4f43',
    colorWarning: '#663800',
    colorWarningBg: '#ffe2a8',
    colorError: '#86182a',
    colorErrorBg: '#f8e0df',
    colorText: '#1e1a15',
    colorTextSecondary: '#453e35',
    colorTextTertiary: '#5f574b',
    colorTextPlaceholder: '#5f574b',
    colorBgLayout: '#f6f1e6',
    colorBgContainer: '#fffdf8',
    colorBgElevated: '#fffdf8',
    colorBorder: '#857a68',
    colorBorderSecondary: '#d8cdb9',
    colorSplit: '#d8cdb9',
    colorFillAlter: '#ebe4d5',
    borderRadius: 6,
    borderRadiusLG: 8,
    fontFamily: 'var(--font)',
    fontSize: 14,
    controlHeight: 32,
    lineWidthFocus: 3,
    boxShadow: 'var(--e1)',
  },
  components: {
    Table: { headerBg: '#ebe4d5', rowSelectedBg: '#ebe4d5', cellPaddingBlockSM: 6 },
    Menu: { itemSelectedBg: '#fffdf8', itemSelectedColor: '#1e1a15', activeBarWidth: 3 },
    Layout: { siderBg: '#f6f1e6', headerBg: '#fffdf8' },
    Tag: { defaultBg: '#e7e0d2' },
  },
};
