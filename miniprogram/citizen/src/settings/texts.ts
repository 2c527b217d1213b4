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
  lockTitle: { zh: '身份证号防冒领', en: 'Enrolment lock' },
  lockText: {
    zh: '开启后，只能本人到柜台申领或换手机，任何人（包括您）都不能在网上用您的身份证号申领。',
    en: 'Blocks anyone, including you, from enrolling online with your ID number. A counter can still do it.',
  },
  lock: { zh: '开启防冒领', en: 'Turn on' },
  lockedText: {
    zh: '已开启：只能本人到柜台申领或换手机。',
    en: 'On. Enrolling and changing phones is possible only at a counter.',
  },
  unlock: { zh: '关闭防冒领', en: 'Turn off' },
  pin: { zh: '出示密码（6 位数字）', en: 'PIN' },
  about: { zh: '使用说明与常见问题', en: 'Help and common questions' },
  counter: { zh: '柜台办理说明', en: 'Help at a counter' },
  delete: { zh: '删除我的电子身份', en: 'Delete my digital ID' },
  deleteTitle: { zh: '确定删除吗？', en: 'Delete your digital ID?' },
  deleteText: {
    zh: '这部手机上的证件立即失效；服务器上的身份信息、照片、使用记录和核验结果一并删除，无法恢复。以下依法或为防冒用保留：法定住宿登记（目前3年）、单位“核验过一次”的加密记录（1年）、公开签发记录里旁人认不出的代号、您开启的防冒领。身份证原件不受影响。',
    en: 'The ID on this phone stops working at once. Your details, portrait, history and the results of your checks are deleted from our servers and cannot be restored. What stays: the stay register that the law requires (3 years at present), an encrypted note at each organisation that a check took place (1 year), a code in the public record that nobody else can link to you, and your enrolment lock if it is on. Your physical card is not affected.',
  },
  deleteConfirm: { zh: '确认删除', en: 'Delete for good' },
  deleteCancel: { zh: '不删除', en: 'Keep it' },
} as const
