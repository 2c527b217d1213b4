export default definePageConfig({
  navigationBarTitleText: '设置 PIN 码',
  visualEffectInBackground: 'hidden',
})
