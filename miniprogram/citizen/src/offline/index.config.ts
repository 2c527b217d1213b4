export default definePageConfig({ navigationBarTitleText: '没网也能用' })
