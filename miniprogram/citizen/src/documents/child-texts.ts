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
  gone: {
    zh: '{name} 的证件已停用，并已从本机移除。可能是孩子已用自己的手机办理，或户籍登记中的监护关系有变。',
    en: 'The card of {name} has ended and was removed from this phone. The child may have enrolled on a phone of their own, or the household register no longer names you as the guardian.',
  },
  open: { zh: '查看{name}的证件', en: 'See the card of {name}' },
} as const
