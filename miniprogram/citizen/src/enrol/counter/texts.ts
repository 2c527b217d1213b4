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
  childTitle: { zh: '添加孩子的证件', en: 'Add a child’s card' },
  childLead: {
    zh: '未满14周岁的孩子，证件可以放在监护人的手机上，由监护人代为出示。请带孩子一起到柜台办理。',
    en: 'For a child under 14 in your care as guardian. The card is kept on your phone, and you show it for the child. Come to a counter together.',
  },
  childApply: { zh: '同意并领取办理码', en: 'Agree and get a counter code' },
  childIssued: { zh: '孩子的证件\u200b已放到这部手机上', en: 'The child’s card is on this phone' },
  childIssuedText: {
    zh: '入住酒店、过车站机场闸口时，由您打开它出示。对方会看到这是儿童证件，以及您是监护人。',
    en: 'Show it yourself at hotels, stations and airports. The desk sees that it is a child’s card and that you are the guardian.',
  },
  childSee: { zh: '查看孩子的证件', en: 'See the card' },
  home: { zh: '回到首页', en: 'Home' },
  leave: { zh: '不用这个码了', en: 'Discard this code' },
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
      zh: '请由监护人携带户口簿和双方证件陪同办理。监护人手机上已有电子身份证的，孩子的证件放在监护人的手机上；没有的，这部手机归孩子使用。',
      en: 'Come with a guardian, the household register and both ID cards. If the guardian’s phone already holds their own digital ID, the child’s card is put beside it; a phone without one becomes the child’s own.',
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

/** PIPL art. 31: a guardian agrees for a child under 14 (docs/privacy.md). */
export const GUARDIAN_SECTIONS: readonly Section[] = [
  {
    title: { zh: '带什么', en: 'What to bring' },
    text: {
      zh: '孩子本人、孩子的身份证原件、户口簿，以及这部手机。',
      en: 'The child, the child’s physical ID card, the household register, and this phone.',
    },
  },
  {
    title: { zh: '工作人员会看到您', en: 'The officer sees who you are' },
    text: {
      zh: '输入办理码后，工作人员会看到您的姓名、身份证号码和照片，与您本人比对，再向户籍登记核实您是孩子的监护人。',
      en: 'With the code, the officer sees your name, number and portrait and compares them with you. The household register is then asked whether you are the child’s guardian.',
    },
  },
  {
    title: { zh: '保存孩子的什么信息', en: 'What is kept about the child' },
    text: {
      zh: '姓名、身份证号码、性别、出生日期、民族、住址，您与孩子的关系，以及户籍登记中的照片。全部加密保存，到您移除为止。不拍摄孩子，不做人脸识别。',
      en: 'Name, number, sex, date of birth, ethnicity, address, your relation to the child, and the register’s photo. All of it is encrypted and kept until you remove it. The child is not photographed, and no face recognition is used.',
    },
  },
  {
    title: { zh: '用到什么时候', en: 'How long it works' },
    text: {
      zh: '最迟到孩子14周岁生日前一天。之后由孩子用自己的手机办理，您手机上的这一份随之停用。您的证件冻结或换手机时，孩子的证件也一并冻结或停用。',
      en: 'At the latest until the day before the child turns 14. The child then enrols on a phone of their own, and this card ends. When your own ID is frozen or moves to another phone, the child’s card is frozen or ends with it.',
    },
  },
]
