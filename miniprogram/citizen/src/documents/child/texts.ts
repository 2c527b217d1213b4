export const PAGE_TEXTS = {
  soonText: {
    zh: '孩子将于{day}满14周岁。从那天起，请用孩子自己的手机办理电子身份证。',
    en: 'The child turns 14 on {day}. From then on the child needs a digital ID on a phone of their own.',
  },
  reveal: { zh: '显示完整信息', en: 'Show details' },
  hide: { zh: '隐藏信息', en: 'Hide details' },
  noProof: {
    zh: '这是孩子的证件，由监护人出示。屏幕画面和截图不能作为凭证，请让对方扫码核验。',
    en: 'This is a child’s card, shown by its guardian. A picture of this screen proves nothing. Have the code scanned instead.',
  },
  showTo: { zh: '出示：{title}', en: 'Show: {title}' },
  asked: { zh: '{time} 由户籍登记提供', en: 'From the household register, {time}' },
  renew: { zh: '立即更新', en: 'Update now' },
  renewed: { zh: '已更新', en: 'Up to date' },
  remove: { zh: '从本机移除', en: 'Remove from this phone' },
  removeSure: {
    zh: '移除后不能再出示，需要时要带孩子到柜台重新办理。',
    en: 'You will not be able to show it. To have it again, come to a counter with the child.',
  },
  removeYes: { zh: '确认移除', en: 'Remove' },
  keep: { zh: '保留', en: 'Keep it' },
} as const
