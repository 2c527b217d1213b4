import type { Text } from '@nansha/kit/i18n/fill-text'
import type { ErrorCode } from '@nansha/shared/errors'

const failures: Partial<Record<ErrorCode, Text>> = {
  ATTEMPTS_EXHAUSTED: {
    zh: '这个号码本周、或您这一小时的冻结次数已达上限。请对方用本人微信账号冻结，或拨打 12345。',
    en: 'This number has been frozen as often as is allowed in a week, or you have reached the limit for this hour. Ask the person to freeze it from their own WeChat account, or to call 12345.',
  },
}

export const TEXTS = {
  title: { zh: '挂失冻结', en: 'Freeze a lost ID' },
  lead: {
    zh: '对方手机丢失、本人在场并持身份证原件时使用。请核对人与证，按证件录入。',
    en: 'For a person who has lost their phone and is here with the physical card. Compare the person with the card, and type what it says.',
  },
  freeze: { zh: '立即冻结', en: 'Freeze now' },
  done: { zh: '已处理', en: 'Done' },
  doneText: {
    zh: '这个姓名和号码名下如有电子证件，现已冻结。本人用出示密码或刷脸才能解除；换了新手机，可当场重新办理。',
    en: 'If there is a digital ID with this name and number, it is frozen now. Only its holder can unfreeze it, with the PIN or the face. If they have a new phone, you can enrol them on it right away.',
  },
  another: { zh: '再办一位', en: 'Freeze another' },
  failures,
} as const
