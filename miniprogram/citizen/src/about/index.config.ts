export default definePageConfig({ navigationBarTitleText: '使用说明与常见问题' })
