import type { Section } from '../../parts/Sections'

export const TEXTS = {
  title: { zh: '申领前请阅读', en: 'Before you begin' },
  lead: {
    zh: '用人脸核实您本人。人脸属于敏感个人信息，需要您单独同意。',
    en: 'We verify that it is you by your face. A face is sensitive personal information, so we need your separate consent.',
  },
  consent: {
    zh: '我已年满14周岁，单独同意为本次申领处理我的人脸信息',
    en: 'I am 14 or older and separately consent to the processing of my face for this enrolment',
  },
  agree: { zh: '同意并继续', en: 'Agree and continue' },
  refuse: { zh: '不同意，改到柜台办理', en: 'I do not agree, use a counter instead' },
} as const

/** PIPL art. 17 and 30: what, why, how long, what follows, what rights. */
export const SECTIONS: readonly Section[] = [
  {
    title: { zh: '收集什么', en: 'What is collected' },
    text: {
      zh: '身份证照片及其上的信息、自拍照片（可能请您按提示转头、张嘴）。',
      en: 'A photo of your ID card and what it says, and selfies (you may be asked to turn your head or open your mouth).',
    },
  },
  {
    title: { zh: '用来做什么', en: 'What for' },
    text: {
      zh: '比对自拍照与证件照，并向人口库核实姓名、号码与照片是否一致。不作他用。',
      en: 'To compare the selfie with the card, and to ask the population registry whether name, number and face belong together. Nothing else.',
    },
  },
  {
    title: { zh: '保存多久', en: 'How long it is kept' },
    text: {
      zh: '所有照片核对后立即删除。核实通过后，加密保存您的身份信息、一张供核验时出示的头像和人脸特征，直到您删除。',
      en: 'All photos are deleted once checked. If you are confirmed, your details, one portrait for desks and a face template are kept encrypted until you delete them.',
    },
  },
  {
    title: { zh: '您可以不同意', en: 'You may refuse' },
    text: {
      zh: '不同意不影响您使用身份证原件，也可以到柜台由工作人员核对后领取同样的电子凭证。',
      en: 'Your physical card works as before, and a counter can issue the same digital ID without your face being processed.',
    },
  },
]
