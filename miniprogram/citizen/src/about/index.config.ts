export default definePageConfig({ navigationBarTitleText: '关于与局限' })
