export const TEXTS = {
  title: { zh: '设置', en: 'Settings' },
  language: { zh: '语言 Language', en: 'Language 语言' },
  freezeTitle: { zh: '冻结证件', en: 'Freeze your ID' },
  freezeText: {
    zh: '手机暂时不在身边或怀疑被盗用时冻结，任何人都不能出示。',
    en: 'If you do not have your phone or suspect misuse, freeze your ID so that nobody can show it.',
  },
  freeze: { zh: '立即冻结', en: 'Freeze now' },
  frozenText: { zh: '证件已冻结，不能出示。', en: 'Your ID is frozen and cannot be shown.' },
  unfreeze: { zh: '解除冻结', en: 'Unfreeze' },
  lockTitle: { zh: '号码锁', en: 'Number lock' },
  lockText: {
    zh: '锁定后，任何人（包括您）都不能用您的号码远程申领，只能到柜台办理。',
    en: 'When locked, nobody, including you, can enrol with your number online; only at a counter.',
  },
  lock: { zh: '锁定号码', en: 'Lock my number' },
  lockedText: {
    zh: '号码已锁定，只能到柜台申领或换手机。',
    en: 'Your number is locked. Enrolling and changing phones is possible only at a counter.',
  },
  unlock: { zh: '解除锁定', en: 'Unlock my number' },
  pin: { zh: 'PIN 码', en: 'PIN' },
  about: { zh: '关于与局限', en: 'About and limits' },
  counter: { zh: '柜台办理说明', en: 'Help at a counter' },
  delete: { zh: '删除我的电子身份', en: 'Delete my digital ID' },
  deleteTitle: { zh: '确定删除吗？', en: 'Delete your digital ID?' },
  deleteText: {
    zh: '手机上的证件立即失效，服务器上的个人信息、照片和人脸特征一并删除，无法恢复。法律要求保存的住宿登记除外。身份证原件不受影响。',
    en: 'The ID on this phone stops working at once; your data, photo and face template on our servers are deleted and cannot be restored. Stay records that the law requires remain. Your physical card is not affected.',
  },
  deleteConfirm: { zh: '确认删除', en: 'Delete for good' },
  deleteCancel: { zh: '不删除', en: 'Keep it' },
} as const
