export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/present/index',
    'pages/history/index',
    'pages/pin/index',
    'pages/settings/index',
    'pages/about/index',
    'pages/offline/index',
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
      ],
    },
    { root: 'desk', pages: ['answer/index'] },
    { root: 'log', pages: ['issuances/index'] },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['enrol', 'desk'] } },
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '南沙身份',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f3f5f8',
  },
})
