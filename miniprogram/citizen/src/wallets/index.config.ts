export default definePageConfig({
  navigationBarTitleText: '其他钱包',
  visualEffectInBackground: 'hidden',
})
