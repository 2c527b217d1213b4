export default definePageConfig({ navigationBarTitleText: '申领电子身份证' })
