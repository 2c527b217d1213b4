import { APP_LOOK, BASE_PACKAGE, tabBar, WINDOW_COLOURS } from '../../kit/build/app-look'
import { TABS } from './tabs'

export default defineAppConfig({
  // A page that has a tab is in the main package, as the platform demands.
  pages: ['home/index', 'present/index', 'history/index', 'settings/index', 'unknown/index'],
  subPackages: [
    BASE_PACKAGE,
    {
      root: 'enrol',
      pages: [
        'notice/index',
        'card/index',
        'emblem/index',
        'details/index',
        'selfie/index',
        'submit/index',
        'counter/index',
        'face/index',
      ],
    },
    { root: 'pin', pages: ['index'] },
    { root: 'lost', pages: ['index'] },
    { root: 'about', pages: ['index'] },
    { root: 'privacy', pages: ['index'] },
    { root: 'offline', pages: ['index'] },
    { root: 'desk', pages: ['answer/index'] },
    { root: 'online', pages: ['answer/index'] },
    { root: 'documents', pages: ['add/index', 'show/index', 'child/index'] },
    { root: 'wallets', pages: ['index'] },
    { root: 'log', pages: ['issuances/index'] },
  ],
  preloadRule: { 'home/index': { network: 'all', packages: ['enrol', 'desk', 'pin', 'lost'] } },
  ...APP_LOOK,
  ...tabBar(TABS),
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  window: {
    navigationBarTitleText: '南沙身份',
    ...WINDOW_COLOURS,
  },
})
