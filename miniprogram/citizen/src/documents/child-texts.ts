export const TEXTS = {
  title: { zh: '孩子的证件', en: 'Child’s card' },
  small: { zh: '由监护人代为出示', en: 'Shown by a guardian' },
  relation: { zh: '您是孩子的{relation}', en: 'You are the {relation}' },
  valid: { zh: '有效', en: 'Valid' },
  frozen: { zh: '已冻结', en: 'Frozen' },
  frozenText: {
    zh: '您的电子身份证不能使用，孩子的证件也随之停用。请先在首页处理。',
    en: 'Your ID cannot be used right now, and neither can the child’s card. See the home page for what to do.',
  },
  outdated: { zh: '待更新', en: 'Out of date' },
  outdatedText: {
    zh: '孩子的证件信息已过期，暂时不能出示。联网后会自动更新。',
    en: 'The child’s card is out of date and cannot be shown. It updates itself once you are online.',
  },
  ended: { zh: '已满14周岁', en: 'Aged 14' },
  endedText: {
    zh: '孩子已满14周岁，这份证件不能再用。请用孩子自己的手机打开“南沙身份”办理；办好后，这里的会自动移除。',
    en: 'The child is 14, so this card can no longer be used. Open Nansha ID on the child’s own phone and enrol there; the card here is then removed.',
  },
  soonText: {
    zh: '孩子将于{day}满14周岁。从那天起，请用孩子自己的手机办理电子身份证。',
    en: 'The child turns 14 on {day}. From then on the child needs a digital ID on a phone of their own.',
  },
  gone: {
    zh: '{name} 的证件已停用，并已从本机移除。可能是孩子已用自己的手机办理，或户籍登记中的监护关系有变。',
    en: 'The card of {name} has ended and was removed from this phone. The child may have enrolled on a phone of their own, or the household register no longer names you as the guardian.',
  },
  open: { zh: '查看{name}的证件', en: 'See the card of {name}' },
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
