export default definePageConfig({
  navigationBarTitleText: '扫一扫办事',
  visualEffectInBackground: 'hidden',
})
