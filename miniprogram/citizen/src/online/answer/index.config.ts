export default definePageConfig({
  navigationBarTitleText: '网站请求身份信息',
  visualEffectInBackground: 'hidden',
})
