export default defineAppConfig({
  pages: ['pages/desk/index'],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '南沙核验',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f4f6f9',
  },
})
