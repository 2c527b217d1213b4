import type { Text } from '@nansha/kit/i18n/fill-text'
import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'

export const KINDS: Readonly<Record<HistoryEntry['kind'], Text>> = {
  issued: { zh: '已签发', en: 'Issued' },
  presented: { zh: '已出示', en: 'Shown' },
  refused: { zh: '未通过', en: 'Refused' },
  frozen: { zh: '已冻结', en: 'Frozen' },
  unfrozen: { zh: '已解除冻结', en: 'Unfrozen' },
  revoked: { zh: '已停用', en: 'Revoked' },
  attempted: {
    zh: '有人用您的号码申领，已拒绝',
    en: 'Someone tried to enrol with your number and was refused',
  },
  rebinding: { zh: '另一部手机申请领取', en: 'Another phone asked for your ID' },
  vetoed: { zh: '已拒绝另一部手机', en: 'The other phone was refused' },
  'number-locked': { zh: '已开启防冒领', en: 'Enrolment lock turned on' },
  'number-unlocked': { zh: '已关闭防冒领', en: 'Enrolment lock turned off' },
  'face-shown': { zh: '在本机刷脸，已确认是您本人', en: 'Your face was confirmed on this phone' },
  'face-refused': {
    zh: '有人在本机刷脸，未能确认是您本人',
    en: 'A face check on this phone could not confirm that it was you',
  },
  'document-added': { zh: '已添加到本机', en: 'Added to this phone' },
  'document-removed': { zh: '已从本机移除', en: 'Removed from this phone' },
  'wallet-added': { zh: '身份已存入另一个钱包', en: 'Identity added to another wallet' },
  'child-added': { zh: '孩子的证件已添加到本机', en: 'Child’s card added to this phone' },
  'child-removed': { zh: '孩子的证件已从本机移除', en: 'Child’s card removed from this phone' },
  'child-moved': {
    zh: '孩子已用自己的手机，证件已从本机移除',
    en: 'The child now has a phone of their own; the card was removed from this one',
  },
  exported: { zh: '已导出您的全部资料', en: 'All your data was exported' },
  'wallet-removed': { zh: '已收回另一个钱包里的身份', en: 'Identity withdrawn from another wallet' },
}

/** Frozen at the holder's request, by telephone or by an officer. */
export const FROZEN_BY = {
  telephone: { zh: '已冻结（电话挂失）', en: 'Frozen by telephone' },
  counter: { zh: '已冻结（柜台办理）', en: 'Frozen at a counter' },
} as const

const NEWER: Text = {
  zh: '新的记录类型，更新小程序后可以查看',
  en: 'A new kind of record; update this app to read it',
}

/** What happened, in words. A cloud that is newer than this app may write kinds that the app does not know. */
export function titleOf({ kind, by }: Pick<HistoryEntry, 'kind' | 'by'>): Text {
  if (by !== undefined && Object.hasOwn(FROZEN_BY, by)) return FROZEN_BY[by]
  return Object.hasOwn(KINDS, kind) ? KINDS[kind] : NEWER
}

export const TEXTS = {
  protect: { zh: '不是我？去保护证件', en: 'Not me? Protect my ID' },
  see: { zh: '查看并处理', en: 'See and decide' },
  disclosed: { zh: '出示了：{claims}', en: 'Shown: {claims}' },
  ofChild: { zh: '孩子 {name} 的证件', en: 'Card of {name}, a child' },
  nothing: { zh: '没有出示任何信息', en: 'Nothing was shown' },
} as const
