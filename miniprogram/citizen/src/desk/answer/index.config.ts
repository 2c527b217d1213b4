export default definePageConfig({
  navigationBarTitleText: '扫描窗口二维码',
  visualEffectInBackground: 'hidden',
})
