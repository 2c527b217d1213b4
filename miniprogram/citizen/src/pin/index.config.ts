export default definePageConfig({
  navigationBarTitleText: '设置出示密码',
  visualEffectInBackground: 'hidden',
})
