export default defineAppConfig({
  pages: ['desk/index', 'check/index', 'join/index', 'checks/index'],
  subPackages: [
    { root: 'manage', pages: ['staff/index', 'officer/index', 'freeze/index'] },
    {
      root: 'stays',
      pages: [
        'list/index',
        'stay/index',
        'arrive/index',
        'admit/index',
        'day/index',
        'looks/index',
        'rooms/index',
        'shift/index',
      ],
    },
  ],
  // The browser build takes its colours from the style sheets alone.
  ...(process.env.TARO_ENV === 'weapp' && { darkmode: true, themeLocation: 'theme.json' }),
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  window: {
    navigationBarTitleText: '南沙核验',
    ...(process.env.TARO_ENV === 'weapp'
      ? {
          navigationBarBackgroundColor: '@bar',
          navigationBarTextStyle: '@barText',
          backgroundColor: '@ground',
          backgroundTextStyle: '@groundText',
        }
      : {
          navigationBarBackgroundColor: '#ffffff',
          navigationBarTextStyle: 'black',
          backgroundColor: '#f3f5f8',
        }),
  },
})
