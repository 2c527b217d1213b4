export default definePageConfig({
  navigationBarTitleText: '填写信息',
  visualEffectInBackground: 'hidden',
})
