export default defineAppConfig({
  pages: [
    'home/index',
    'present/index',
    'history/index',
    'pin/index',
    'lost/index',
    'settings/index',
    'about/index',
    'offline/index',
  ],
  subPackages: [
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
    { root: 'desk', pages: ['answer/index'] },
    { root: 'online', pages: ['answer/index'] },
    { root: 'log', pages: ['issuances/index'] },
  ],
  preloadRule: { 'home/index': { network: 'all', packages: ['enrol', 'desk'] } },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  window: {
    navigationBarTitleText: '南沙身份',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f3f5f8',
  },
})
