export default definePageConfig({ navigationBarTitleText: '住客' })
