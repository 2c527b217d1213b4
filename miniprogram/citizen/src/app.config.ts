import { APP_LOOK, BASE_PACKAGE, WINDOW_COLOURS } from '../../kit/build/app-look'

export default defineAppConfig({
  pages: ['home/index', 'present/index', 'unknown/index'],
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
    { root: 'history', pages: ['index'] },
    { root: 'pin', pages: ['index'] },
    { root: 'lost', pages: ['index'] },
    { root: 'settings', pages: ['index'] },
    { root: 'about', pages: ['index'] },
    { root: 'privacy', pages: ['index'] },
    { root: 'offline', pages: ['index'] },
    { root: 'desk', pages: ['answer/index'] },
    { root: 'online', pages: ['answer/index'] },
    { root: 'documents', pages: ['add/index', 'show/index', 'child/index'] },
    { root: 'wallets', pages: ['index'] },
    { root: 'log', pages: ['issuances/index'] },
  ],
  preloadRule: { 'home/index': { network: 'all', packages: ['enrol', 'desk', 'pin', 'lost', 'history'] } },
  ...APP_LOOK,
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  window: {
    navigationBarTitleText: '南沙身份',
    ...WINDOW_COLOURS,
  },
})
