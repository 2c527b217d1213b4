export default defineAppConfig({
  pages: ['pages/desk/index', 'pages/check/index', 'pages/join/index', 'pages/checks/index'],
  subPackages: [{ root: 'manage', pages: ['staff/index', 'officer/index'] }],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '南沙核验',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f3f5f8',
  },
})
