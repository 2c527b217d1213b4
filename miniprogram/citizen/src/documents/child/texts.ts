export const PAGE_TEXTS = {
  soonText: {
    zh: '孩子将于{day}满14周岁。从那天起，请用孩子自己的手机办理电子身份证。',
    en: 'The child turns 14 on {day}. From then on the child needs a digital ID on a phone of their own.',
  },
  noProof: {
    zh: '这是孩子的证件，由监护人出示。屏幕画面和截图不能作为凭证，请让对方扫码核验。',
    en: 'This is a child’s card, shown by its guardian. A picture of this screen proves nothing. Have the code scanned instead.',
  },
  asked: { zh: '{time} 由户籍登记提供', en: 'From the household register, {time}' },
  removeSure: {
    zh: '移除后不能再出示，需要时要带孩子到柜台重新办理。',
    en: 'You will not be able to show it. To have it again, come to a counter with the child.',
  },
} as const
