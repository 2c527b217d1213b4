export default definePageConfig({ navigationBarTitleText: '南沙核验' })
