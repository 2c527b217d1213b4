import { CLAIM_LABELS } from '@nansha/shared/claim-labels'

export const TEXTS = {
  title: { zh: '核对身份信息', en: 'Your details' },
  compare: { zh: '请与身份证逐项核对', en: 'Compare each line with your card' },
  name: CLAIM_LABELS.name,
  number: { zh: '公民身份号码', en: 'Resident number' },
  sex: CLAIM_LABELS.sex,
  ethnicity: CLAIM_LABELS.ethnicity,
  birthdate: CLAIM_LABELS.birthdate,
  address: CLAIM_LABELS.address,
  portrait: { zh: '从身份证上截取的照片', en: 'Portrait cropped from your card' },
  authority: { zh: '签发机关', en: 'Issuing authority' },
  validFrom: { zh: '有效期自', en: 'Valid from' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
  longTerm: { zh: '长期', en: 'no expiry' },
  female: { zh: '女', en: 'female' },
  male: { zh: '男', en: 'male' },
  correctName: { zh: '生僻字可能读错，可在此更正', en: 'Rare characters may be misread. Correct them here' },
  correct: { zh: '民族或住址有误，在此更正', en: 'Correct the ethnic group or address' },
  mayBeMisread: {
    zh: '这一项可能读错，请逐字核对',
    en: 'This may have been misread. Compare every character',
  },
  unlisted: {
    zh: '不是56个民族之一。请核对：与身份证一致就不用改',
    en: 'Not one of the 56 ethnic groups. If it matches your card, leave it as it is',
  },
  noGroup: {
    zh: '没有读到。请按身份证填写；没有此项请留空',
    en: 'This could not be read. Enter it as on your card, or leave it empty if the card has none',
  },
  notPrinted: { zh: '证件上没有此项', en: 'Not on this card' },
  allRight: { zh: '都正确，提交', en: 'All correct, submit' },
  notRight: { zh: '其他项有误，重拍身份证', en: 'Something else is wrong: retake the card photo' },
  counter: { zh: '柜台办理说明', en: 'Help at a counter' },
} as const
