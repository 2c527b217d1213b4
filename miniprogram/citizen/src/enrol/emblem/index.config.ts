export default definePageConfig({
  navigationBarTitleText: '拍摄国徽面',
  visualEffectInBackground: 'hidden',
})
