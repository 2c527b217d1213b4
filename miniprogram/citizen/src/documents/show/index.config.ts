export default definePageConfig({
  navigationBarTitleText: '证件',
  visualEffectInBackground: 'hidden',
})
