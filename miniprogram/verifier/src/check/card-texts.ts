export const CARD_TEXTS = {
  ask: { zh: '改查身份证原件', en: 'Check the card' },
  title: { zh: '核对原件', en: 'Check the physical card' },
  lead: {
    zh: '看照片、有效期和防伪，与本人比对。',
    en: 'Look at the portrait, the dates and the security print. Is it this person?',
  },
  matchesIt: { zh: '原件相符', en: 'Card matches' },
  differsFromIt: { zh: '原件不符', en: 'Card differs' },
  isMissing: { zh: '未带原件', en: 'No card' },
  unrecorded: {
    zh: '{reason}，结果没有记下。请重试；急用可先办下一位。',
    en: '{reason}. This was not recorded. Try again, or go on with the next person.',
  },
  matches: {
    title: { zh: '凭原件放行', en: 'Passed with physical card' },
    text: { zh: '已记录：原件与本人相符。', en: 'Recorded: the card matches the person.' },
  },
  differs: {
    title: { zh: '原件不符', en: 'Card does not match' },
    text: {
      zh: '已记录。请勿放行，通知主管；有疑问请拨打110。',
      en: 'Recorded. Do not accept this person; tell your manager. If in doubt, call 110.',
    },
  },
  missing: {
    title: { zh: '未带原件', en: 'No physical card' },
    text: {
      zh: '已记录。身份没有核实，请勿放行。',
      en: 'Recorded. This person’s identity is not confirmed: do not accept them.',
    },
  },
  copyIt: {
    zh: '已记录：原件与本人相符。请登记证件上的内容。',
    en: 'Recorded: the card matches the person. Now register what it says.',
  },
  register: { zh: '凭原件登记入住', en: 'Register from the card' },
} as const
