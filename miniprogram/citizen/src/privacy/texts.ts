import type { Section } from '../parts/Sections'

export const TEXTS = {
  title: { zh: '隐私中心', en: 'Privacy' },
  lead: {
    zh: '保存了您的什么信息、存在哪里、存多久，您能做什么。',
    en: 'What is kept about you, where, for how long, and what you can do about it.',
  },
  consent: { zh: '您同意过的告知书', en: 'The notice you agreed to' },
  inForce: {
    zh: '个人信息处理告知书，现行版本 {version}',
    en: 'Notice of how your details are used, version {version}',
  },
  export: { zh: '导出我的数据', en: 'Export my data' },
  exportText: {
    zh: '把签发方保存的您的身份信息、照片、同意记录、证件、孩子的证件和全部使用记录导出给您，并附签发方的签名。',
    en: 'Gives you a file with everything the issuer keeps about you, signed by the issuer: details, portrait, consent, credentials, children’s cards and your full history.',
  },
  exported: { zh: '签发方保存的信息', en: 'What the issuer keeps' },
  agreed: { zh: '{day}同意版本 {version}', en: 'Version {version}, agreed {day}' },
  agreedInPerson: { zh: '{day}在柜台当面同意', en: 'Agreed in person, {day}' },
  credentials: { zh: '电子凭证', en: 'Digital IDs' },
  children: { zh: '孩子的证件', en: 'Children’s cards' },
  uses: { zh: '使用记录', en: 'History entries' },
  count: { zh: '{count} 条', en: '{count}' },
  portrait: { zh: '本人照片', en: 'Portrait' },
  save: { zh: '保存为文件', en: 'Save as a file' },
  saved: {
    zh: '已交给您。文件里有您的全部信息，请妥善保管，不要转发。',
    en: 'Your file is ready. It contains all your details: keep it safe and do not share it.',
  },
  notSaved: { zh: '没有保存。可以再试一次。', en: 'It was not saved. You can try again.' },
  history: { zh: '查看和搜索全部使用记录', en: 'View and search your full history' },
  withdraw: { zh: '撤回同意，删除我的电子身份', en: 'Withdraw consent and delete my digital ID' },
} as const

/** What docs/privacy.md says in full. */
export const KEPT: readonly Section[] = [
  {
    title: { zh: '姓名、号码等证件信息', en: 'Name, number and other details' },
    text: {
      zh: '加密保存在签发方，直到您删除。只在您同意的那一次出示给对方。',
      en: 'Kept encrypted by the issuer until you delete them. They are shown only when you agree, and only to the organisation that you agreed to.',
    },
  },
  {
    title: { zh: '一张本人照片', en: 'One portrait' },
    text: {
      zh: '供核验时比对，加密保存，直到您删除。不保存人脸特征；申领时的其他照片核对后立即删除。',
      en: 'Kept encrypted until you delete it, for staff to compare with you. No face template is kept, and the other photos taken to enrol are deleted once checked.',
    },
  },
  {
    title: { zh: '孩子的证件', en: 'Children’s cards' },
    text: {
      zh: '孩子的身份信息、您与孩子的关系和户籍登记中的照片，加密保存，到您移除或孩子用自己的手机办理为止，最迟到孩子满14周岁后约一个月。不对孩子做人脸识别。',
      en: 'The child’s details, your relation to the child and the register’s photo are kept encrypted until you remove the card or the child enrols on a phone of their own; at the latest about a month after the child turns 14. No face recognition is used on children.',
    },
  },
  {
    title: { zh: '使用记录', en: 'History' },
    text: {
      zh: '加密保存一年，只有您能看到。在网站上提供信息的记录只在这部手机上。',
      en: 'Kept encrypted for a year; only you can read it. What you shared with websites is recorded on this phone alone.',
    },
  },
  {
    title: { zh: '依法保留的', en: 'What the law requires' },
    text: {
      zh: '法定住宿登记和申领的审核记录目前保留3年，删除电子身份后也保留到期满。',
      en: 'The stay register and the record of how your enrolment was decided stay for 3 years at present, also after you delete your digital ID.',
    },
  },
]
