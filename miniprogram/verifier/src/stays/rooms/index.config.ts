export default definePageConfig({ navigationBarTitleText: '房态' })
