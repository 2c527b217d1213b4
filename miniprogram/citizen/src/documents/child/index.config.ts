export default definePageConfig({
  navigationBarTitleText: '孩子的证件',
  visualEffectInBackground: 'hidden',
})
