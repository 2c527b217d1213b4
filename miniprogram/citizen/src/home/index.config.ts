export default definePageConfig({
  navigationBarTitleText: '南沙身份',
  visualEffectInBackground: 'hidden',
})
