import { APP_LOOK, BASE_PACKAGE, WINDOW_COLOURS } from '../../kit/build/app-look'

export default defineAppConfig({
  pages: ['desk/index', 'check/index', 'join/index', 'checks/index'],
  subPackages: [
    BASE_PACKAGE,
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
  ...APP_LOOK,
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  window: {
    navigationBarTitleText: '南沙核验',
    ...WINDOW_COLOURS,
  },
})
