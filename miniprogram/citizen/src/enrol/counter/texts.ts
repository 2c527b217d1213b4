import type { Section } from '../../parts/Sections'

export const TEXTS = {
  title: { zh: '到柜台办理', en: 'Enrol at a counter' },
  lead: {
    zh: '由工作人员核对身份证原件，不使用人脸识别。',
    en: 'An officer checks your physical card; no face recognition is used.',
  },
  apply: { zh: '为自己领取办理码', en: 'Get a counter code for myself' },
  applyForChild: { zh: '为未满14周岁的孩子领取', en: 'Get one for a child under 14' },
  yourCode: {
    zh: '请把办理码告诉工作人员，或让其扫码',
    en: 'Tell the officer this code, or let them scan it',
  },
  qrLabel: { zh: '办理码的二维码', en: 'QR code of the counter code' },
  waiting: {
    zh: '{time} 前有效。工作人员通过后，证件会自动出现在这里。',
    en: 'Valid until {time}. Your ID appears here once the officer approves it.',
  },
  leave: { zh: '不用这个码了', en: 'Stop using this code' },
} as const

export const SECTIONS: readonly Section[] = [
  {
    title: { zh: '去哪里', en: 'Where' },
    text: {
      zh: '任一政务服务中心的身份凭证窗口。',
      en: 'The identity window of any government service centre.',
    },
  },
  {
    title: { zh: '带什么', en: 'What to bring' },
    text: {
      zh: '您本人、身份证原件、这部手机。',
      en: 'Yourself, your physical ID card, and this phone.',
    },
  },
  {
    title: { zh: '未满14周岁', en: 'Under 14' },
    text: {
      zh: '请由监护人携带户口簿和双方证件陪同办理。',
      en: 'Come with a guardian, the household register and both ID cards.',
    },
  },
  {
    title: { zh: '身份证原件照常使用', en: 'Your card keeps working' },
    text: {
      zh: '没有电子凭证，任何单位也应当接受身份证原件。',
      en: 'Every organisation must accept your physical card even if you have no digital ID.',
    },
  },
]
