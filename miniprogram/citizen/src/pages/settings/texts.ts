export const TEXTS = {
  title: { zh: '设置', en: 'Settings' },
  language: { zh: '语言 Language', en: 'Language 语言' },
  about: { zh: '关于与局限', en: 'About and limits' },
  counter: { zh: '柜台办理说明', en: 'Help at a counter' },
  delete: { zh: '删除我的电子身份', en: 'Delete my digital ID' },
  deleteTitle: { zh: '确定删除吗？', en: 'Really delete it?' },
  deleteText: {
    zh: '手机上的证件立即失效，服务器上的个人信息、照片和人脸特征一并删除，无法恢复。法律要求保存的住宿登记除外。身份证原件不受影响。',
    en: 'The ID on this phone stops working at once; your data, photo and face template on our servers are deleted and cannot be restored. Stay records that the law requires remain. Your physical card is not affected.',
  },
  deleteConfirm: { zh: '确认删除', en: 'Delete for good' },
  deleteCancel: { zh: '不删除', en: 'Keep it' },
  back: { zh: '返回', en: 'Back' },
} as const
