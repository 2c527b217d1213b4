export default defineAppConfig({
  pages: ['pages/home/index'],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '南沙身份',
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    backgroundColor: '#f4f6f9',
  },
})
