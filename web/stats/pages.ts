import type { ComponentType } from 'react';
import type { Page } from '../desk/page.ts';
import type { DeskIconName } from '../desk/parts/DeskIcon.tsx';

const only = (component: ComponentType) => ({ default: component });
/** Who reads figures. */
const READERS = ['officer', 'approver', 'analyst'] as const;
const menu = (title: string, icon: DeskIconName) => ({ title, icon, group: 'figures' }) as const;

/**
 * Every page about figures in the order of its menu: 统计总览, 统计表, 逐月, 比较, 分布图, 覆盖, 数据质量, 上报, 导出, 开放数据, 指标口径.
 */
export const STATS_PAGES: readonly Page[] = [
  {
    path: '/figures',
    menu: menu('统计总览', 'chart'),
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./overview/OverviewPage.tsx')).OverviewPage),
  },
  {
    path: '/figures/tables',
    menu: menu('统计表', 'list'),
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./tables/TablesPage.tsx')).TablesPage),
  },
  {
    path: '/figures/tables/:table',
    menu: null,
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./tables/TablesPage.tsx')).TablesPage),
  },
  {
    path: '/figures/stations',
    menu: null,
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./stations/CountedPage.tsx')).CountedPage),
  },
  {
    path: '/figures/series',
    menu: menu('逐月', 'history'),
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./series/SeriesPage.tsx')).SeriesPage),
  },
  {
    path: '/figures/compare',
    menu: menu('比较', 'sliders'),
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./compare/ComparePage.tsx')).ComparePage),
  },
  {
    path: '/figures/map',
    menu: menu('分布图', 'map'),
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./map/MapPage.tsx')).MapPage),
  },
  {
    path: '/figures/coverage',
    menu: menu('覆盖', 'pin'),
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./coverage/CoveragePage.tsx')).CoveragePage),
  },
  {
    path: '/figures/quality',
    menu: menu('数据质量', 'filter'),
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./quality/QualityPage.tsx')).QualityPage),
  },
  {
    path: '/figures/submissions',
    menu: menu('上报', 'upload'),
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./submissions/SubmissionsPage.tsx')).SubmissionsPage),
  },
  {
    path: '/figures/submissions/:union/:period',
    menu: null,
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./submissions/SubmissionPage.tsx')).SubmissionPage),
  },
  {
    path: '/figures/exports',
    menu: menu('导出', 'download'),
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./workbooks/ExportsPage.tsx')).ExportsPage),
  },
  {
    path: '/open-data',
    menu: menu('开放数据', 'key'),
    by: ['system-admin'],
    signedIn: true,
    load: async () => only((await import('./open-data/OpenDataPage.tsx')).OpenDataPage),
  },
  {
    path: '/figures/definitions',
    menu: menu('指标口径', 'doc'),
    by: READERS,
    signedIn: true,
    load: async () => only((await import('./definitions/DefinitionsPage.tsx')).DefinitionsPage),
  },
];
