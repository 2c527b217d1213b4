export default definePageConfig({
  navigationBarTitleText: '核验',
  visualEffectInBackground: 'hidden',
})
