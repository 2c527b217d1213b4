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
  refuse: { zh: '不同意，改到柜台办理', en: 'I do not agree: go to a counter' },
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
      zh: '申领时拍的照片核对后立即删除，不保存人脸特征。核实通过后加密保存：身份信息和一张本人照片（只供核验时比对），到您删除为止；核验结果（相似度、时间，不含照片），3年或到您删除为止；防止同一段画面被重复使用的指纹，180天。',
      en: 'Photos taken to enrol are deleted once checked, and no face template is kept. If you are confirmed, we keep these encrypted: your details and one portrait, which desks compare with you, until you delete them; the result of the check (scores and times, no photos) for 3 years or until you delete it; and, so that a recording cannot be used twice, fingerprints of the frames for 180 days.',
    },
  },
  {
    title: { zh: '出示之后留下什么', en: 'What stays after you show it' },
    text: {
      zh: '您的使用记录保存1年，只有您能看到。入住酒店时，姓名、号码、性别、民族、出生日期、住址加密记入法定住宿登记：酒店只看得到姓名、房号和末四位，其余只有公安机关能打开；按规定期限保存（目前3年），您删除电子身份后仍保留。每次签发还会在公开记录里留下一个旁人认不出的代号，永久保存。',
      en: 'Your history is kept for 1 year and only you can see it. When you check in to a hotel, your name, number, sex, ethnic group, date of birth and address go into the stay register that the law requires. The hotel sees your name, room and the last four digits; only the police can open the rest. It is kept for as long as the rules say (3 years at present), even if you delete your digital ID. Each time an ID is issued, a code that nobody else can link to you enters a public record for good.',
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
