export default definePageConfig({ navigationBarTitleText: '南沙身份' })
