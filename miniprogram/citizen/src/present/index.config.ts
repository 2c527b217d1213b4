export default definePageConfig({
  navigationBarTitleText: '出示证件',
  visualEffectInBackground: 'hidden',
})
