import type { ComponentType } from 'react';
import type { Page } from '../desk/page.ts';

const only = (component: ComponentType) => ({ default: component });
const STATION_WORK = ['officer', 'approver', 'keeper', 'inspector', 'analyst'] as const;

/** Every page of the workspace in the order of its menu. */
export const ADMIN_PAGES: readonly Page[] = [
  {
    path: '/login',
    menu: null,
    by: [],
    signedIn: false,
    load: async () => only((await import('./sign/SignInPage.tsx')).SignInPage),
  },
  {
    path: '/join',
    menu: null,
    by: [],
    signedIn: false,
    load: async () => only((await import('./sign/JoinPage.tsx')).JoinPage),
  },
  {
    path: '/',
    menu: { title: '待办', icon: 'bell', group: 'work' },
    by: [],
    signedIn: true,
    load: async () => only((await import('./work/WorkPage.tsx')).WorkPage),
  },
  {
    path: '/stations',
    menu: { title: '站点', icon: 'list', group: 'work' },
    by: STATION_WORK,
    signedIn: true,
    load: async () => only((await import('./stations/StationsPage.tsx')).StationsPage),
  },
  {
    path: '/stations/new',
    menu: { title: '登记站点', icon: 'plus', group: 'work' },
    by: ['officer'],
    signedIn: true,
    load: async () => only((await import('./form/RegisterPage.tsx')).RegisterPage),
  },
  {
    path: '/stations/:id',
    menu: null,
    by: STATION_WORK,
    signedIn: true,
    load: async () => only((await import('./station/StationDesk.tsx')).StationDesk),
  },
  {
    path: '/stations/:id/revise',
    menu: null,
    by: ['officer', 'approver', 'keeper'],
    signedIn: true,
    load: async () => only((await import('./form/RevisePage.tsx')).RevisePage),
  },
  {
    path: '/stations/:id/relocate',
    menu: null,
    by: ['officer'],
    signedIn: true,
    load: async () => only((await import('./form/RelocatePage.tsx')).RelocatePage),
  },
  {
    path: '/ledgers',
    menu: { title: '导入台账', icon: 'upload', group: 'work' },
    by: ['officer'],
    signedIn: true,
    load: async () => only((await import('./ledgers/LedgersPage.tsx')).LedgersPage),
  },
  {
    path: '/ledgers/:id',
    menu: null,
    by: ['officer'],
    signedIn: true,
    load: async () => only((await import('./ledgers/LedgerPage.tsx')).LedgerPage),
  },
  {
    path: '/plaques',
    menu: { title: '编码和标牌', icon: 'qr', group: 'work' },
    by: ['officer', 'approver'],
    signedIn: true,
    load: async () => only((await import('./plaques/PlaquesPage.tsx')).PlaquesPage),
  },
  {
    path: '/reports',
    menu: { title: '问题反馈', icon: 'report', group: 'stations' },
    by: ['officer', 'approver'],
    signedIn: true,
    load: async () => only((await import('./inbox/InboxPage.tsx')).InboxPage),
  },
  {
    path: '/entries',
    menu: { title: '工作台账', icon: 'doc', group: 'stations' },
    by: STATION_WORK,
    signedIn: true,
    load: async () => only((await import('./entries/EntriesPage.tsx')).EntriesPage),
  },
  {
    path: '/entries/month',
    menu: null,
    by: ['officer', 'keeper'],
    signedIn: true,
    load: async () => only((await import('./entries/MonthPage.tsx')).MonthPage),
  },
  {
    path: '/history',
    menu: { title: '操作日志', icon: 'history', group: 'rules' },
    by: ['auditor', 'officer', 'approver'],
    signedIn: true,
    load: async () => only((await import('./audit/AuditPage.tsx')).AuditPage),
  },
  {
    path: '/unions',
    menu: { title: '工会', icon: 'tree', group: 'rules' },
    by: ['system-admin'],
    signedIn: true,
    load: async () => only((await import('./unions/UnionsPage.tsx')).UnionsPage),
  },
  {
    path: '/settings',
    menu: { title: '设置', icon: 'sliders', group: 'rules' },
    by: ['system-admin'],
    signedIn: true,
    load: async () => only((await import('./settings/SettingsPage.tsx')).SettingsPage),
  },
  {
    path: '/plaque-keys',
    menu: { title: '标牌密钥', icon: 'key', group: 'rules', isOfRoot: true },
    by: ['system-admin'],
    signedIn: true,
    load: async () => only((await import('./plaques/KeysPage.tsx')).KeysPage),
  },
  {
    path: '/accounts',
    menu: { title: '账号', icon: 'people', group: 'rules' },
    by: ['security-admin'],
    signedIn: true,
    load: async () => only((await import('./accounts/AccountsPage.tsx')).AccountsPage),
  },
  {
    path: '/me',
    menu: null,
    by: [],
    signedIn: true,
    load: async () => only((await import('./sign/MePage.tsx')).MePage),
  },
];
