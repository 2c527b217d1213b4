export default defineAppConfig({
  pages: ['pages/desk/index', 'pages/check/index', 'pages/join/index'],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '南沙核验',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f3f5f8',
  },
})
