export default definePageConfig({ navigationBarTitleText: '挂失冻结' })
