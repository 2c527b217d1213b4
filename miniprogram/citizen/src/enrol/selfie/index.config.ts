export default definePageConfig({
  navigationBarTitleText: '拍摄本人',
  visualEffectInBackground: 'hidden',
})
