export const TEXTS = {
  title: { zh: '填写姓名和号码', en: 'Your name and number' },
  lead: { zh: '与身份证上完全一致', en: 'Exactly as on the card' },
  name: { zh: '姓名', en: 'Name' },
  number: { zh: '公民身份号码', en: 'Resident number' },
  typed: { zh: '共18位，已输入 {count} 位', en: '{count} of 18 characters' },
  next: { zh: '下一步', en: 'Next' },
  counter: { zh: '柜台办理说明', en: 'Help at a counter' },
  back: { zh: '上一步', en: 'Back' },
} as const
