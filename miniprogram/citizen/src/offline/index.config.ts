export default definePageConfig({ navigationBarTitleText: '离线凭证' })
