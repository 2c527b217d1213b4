export default definePageConfig({ navigationBarTitleText: '柜台办理' })
