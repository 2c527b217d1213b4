export default definePageConfig({ navigationBarTitleText: '我的证件在哪些手机上' })
