import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
import type { DraftFault } from './particulars'

export const TEXTS = {
  title: { zh: '为市民开通（核对原件）', en: 'Enrol in person' },
  step: { zh: '第 {step} 步，共 5 步', en: 'Step {step} of 5' },

  codeTitle: { zh: '输入办理码', en: 'Enter the code' },
  codeLead: {
    zh: '请对方打开“南沙身份”，选择“到柜台办理”，出示8位办理码。',
    en: 'Ask the person to open Nansha ID, choose “Enrol at a counter”, and show the 8-digit code.',
  },
  code: { zh: '8位办理码', en: '8-digit code' },
  noCodeFound: {
    zh: '没有读到办理码。请扫描对方手机上的办理码，或直接输入。',
    en: 'No code could be read. Scan the code on the person’s phone, or type it.',
  },
  wrongCodes: {
    zh: '您或贵单位今天输错办理码的次数过多，暂不能再试。请稍后再试，或由其他工作人员扫描对方屏幕上的办理码。',
    en: 'You or your organisation entered too many wrong codes today. Try again later, or ask a colleague to scan the code on the person’s screen.',
  },
  codeFault: { zh: '办理码是8位数字。', en: 'The code has 8 digits.' },
  scanCode: { zh: '扫描办理码', en: 'Scan the code' },
  lostPhone: { zh: '对方手机丢了：挂失冻结', en: 'They lost their phone: freeze the ID' },
  open: { zh: '下一步', en: 'Next' },

  phoneHolds: {
    zh: '这部手机上已有一张电子身份证：只能为它的持有人重新办理。为持有人的孩子办理，请对方重新领取办理码，并选择“为未满14周岁的孩子领取”。',
    en: 'This phone already holds a digital ID. You can continue only for its holder. To enrol the holder’s child, ask them to get a new code for a child under 14.',
  },

  cardTitle: { zh: '拍摄身份证原件', en: 'Photograph the physical card' },
  cardHint: {
    zh: '人像面朝上，四角入镜，避免反光',
    en: 'Portrait side up, all four corners in view, no glare',
  },
  emblemTitle: { zh: '翻到国徽面', en: 'Now the other side' },
  emblemHint: {
    zh: '国徽面朝上，四角入镜，避免反光',
    en: 'Emblem side up, all four corners in view, no glare',
  },
  reading: { zh: '正在识别身份证…', en: 'Reading the card…' },
  typeInstead: { zh: '手工录入', en: 'Type it instead' },

  detailsTitle: { zh: '与原件逐项核对', en: 'Compare each line with the card' },
  detailsRead: {
    zh: '以下为识别结果，请与手中的原件逐字核对，有误请改正。',
    en: 'This is what was read. Compare it with the card in your hand, character by character.',
  },
  name: CLAIM_LABELS.name,
  idNumber: CLAIM_LABELS.id_number,
  ethnicity: CLAIM_LABELS.ethnicity,
  address: CLAIM_LABELS.address,
  chineseName: { zh: '中文姓名（证件上没有可不填）', en: 'Chinese name (empty if the card has none)' },
  nationality: { zh: '国籍代码（3个字母，如 CAN）', en: 'Nationality (3 letters, for example CAN)' },
  cardValidity: { zh: '有效期至（国徽面）', en: 'Valid until (emblem side)' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  validityHint: { zh: '如 2031.05.20，或“长期”', en: 'Such as 2031.05.20, or 长期' },
  unlistedGroup: {
    zh: '不是56个民族之一。如证件上确实这样印（如“穿青人”“其他”），可以继续。',
    en: 'Not one of the 56 groups. Continue if the card really says this, such as 穿青人 or 其他.',
  },
  guardianTitle: {
    zh: '未满14周岁：请查看户口簿，并录入在场监护人的身份证信息。',
    en: 'The applicant is under 14. Check the household register, and enter the details of the guardian who is present.',
  },
  guardianName: { zh: '监护人姓名', en: 'Guardian’s name' },
  guardianNumber: { zh: '监护人身份证号码', en: 'Guardian’s resident number' },
  allRight: { zh: '与原件一致，下一步', en: 'Matches the card: next' },

  childCardTitle: { zh: '拍摄孩子的身份证原件', en: 'Photograph the child’s physical card' },
  guardianStep: { zh: '监护人\u200b是这个人吗？', en: 'Is this the guardian?' },
  guardianLead: {
    zh: '这是为孩子办理。请先比对照片与手机的主人，再看孩子。',
    en: 'This is for a child. First compare the owner of the phone with this portrait, then look at the child.',
  },
  samePerson: { zh: '是本人', en: 'Same person' },
  otherPerson: { zh: '不是本人', en: 'Someone else' },
  childTitle: { zh: '是这个孩子吗？', en: 'Is this the child?' },
  childLead: {
    zh: '以下来自户籍登记。请比对照片、原件和面前的孩子，并核对监护关系。孩子无需拍照。您的姓名会记入办理记录。',
    en: 'This comes from the household register. Compare the photo, the card and the child in front of you, and check the relation. The child is not photographed. Your name is recorded.',
  },
  childAsking: { zh: '正在查询户籍登记…', en: 'Checking the household register…' },
  registerPhoto: { zh: '户籍登记中的照片', en: 'Photo in the register' },
  askAgain: { zh: '再查一次', en: 'Check again' },
  correct: { zh: '改正姓名或号码', en: 'Correct the name or number' },
  childApprove: { zh: '相符，通过', en: 'Match: approve' },
  childApprovedText: {
    zh: '{name} 的证件几秒内会出现在 {guardian} 的手机上。请归还原件。',
    en: 'The card of {name} appears on the phone of {guardian} within seconds. Hand the physical card back.',
  },

  portraitTitle: { zh: '为本人拍照', en: 'Photograph the person' },
  portraitHint: {
    zh: '正对镜头，露出双眼，光线均匀',
    en: 'Facing the camera, both eyes visible, even light',
  },
  portraitUse: {
    zh: '这张照片将在核验窗口显示，只由人比对，不做人脸识别。',
    en: 'Desks will see this photo. Staff compare it by eye; no face recognition is used.',
  },

  reviewTitle: { zh: '是同一个人吗？', en: 'Is it the same person?' },
  reviewLead: {
    zh: '请比对：原件照片、刚拍的照片、面前的人。您的姓名会记入办理记录。',
    en: 'Compare the card, the new photo and the person in front of you. Your name is recorded.',
  },
  onCard: { zh: '原件照片', en: 'On the card' },
  now: { zh: '刚拍的', en: 'Just now' },
  noCardPicture: { zh: '请看原件', en: 'See the card' },
  guardian: { zh: '监护人', en: 'Guardian' },
  approve: { zh: '是本人，通过', en: 'Approve' },
  refuse: { zh: '不通过', en: 'Refuse' },
  keepChecking: { zh: '继续核对', en: 'Keep checking' },
  refuseNow: { zh: '确认不通过', en: 'Yes, refuse' },
  refuseSure: {
    zh: '对方的办理码将作废。确定吗？',
    en: 'The code on their phone will stop working. Refuse this person?',
  },
  retake: { zh: '重新拍照', en: 'Retake the photo' },

  approved: { zh: '已通过', en: 'Approved' },
  approvedText: {
    zh: '{name} 的证件几秒内会出现在手机上。请对方现在设置出示密码，并归还身份证原件。',
    en: '{name}’s ID appears on their phone within seconds. Ask them to set their PIN now, and hand the card back.',
  },
  refused: { zh: '未通过', en: 'Refused' },
  refusedText: {
    zh: '办理码已作废，没有签发任何证件。请归还身份证原件。',
    en: 'The code no longer works, and nothing was issued. Hand the card back.',
  },
  next: { zh: '下一位', en: 'Next person' },
  dailyCap: {
    zh: '您今天的办理数量已达上限（50人）。请由其他工作人员办理，或明天再试。',
    en: 'You have reached the limit of 50 people a day. Ask a colleague to continue, or try again tomorrow.',
  },

  take: { zh: '拍照', en: 'Take photo' },
  use: { zh: '使用这张', en: 'Use this photo' },
} as const

/** Under the field that they are about; faults of numbers and names have their sentence in shared/errors. */
export const FAULTS = {
  VALIDITY_MALFORMED: {
    zh: '没有这一天。请按证件填写，如 2031.05.20，或“长期”。',
    en: 'This is not a valid date. Enter it as on the card, such as 2031.05.20, or 长期.',
  },
} as const satisfies Partial<Record<DraftFault, { zh: string; en: string }>>
