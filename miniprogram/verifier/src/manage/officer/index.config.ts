export default definePageConfig({
  navigationBarTitleText: '现场办理',
  visualEffectInBackground: 'hidden',
})
