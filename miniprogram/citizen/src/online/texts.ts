import { COMMON } from '@nansha/kit/texts/common'
import type { ErrorCode } from '@nansha/shared/errors'

export const TEXTS = {
  title: { zh: '网站请求身份信息', en: 'A website asks for your ID' },
  reading: { zh: '正在核实对方网站…', en: 'Checking who is asking…' },
  registered: { zh: '已登记的网站', en: 'Registered website' },
  domain: { zh: '网址：{domain}', en: 'Website: {domain}' },
  purpose: { zh: '用途：{purpose}', en: 'Purpose: {purpose}' },
  shares: { zh: '将提供给对方', en: 'You will share' },
  nothing: { zh: '不提供任何个人信息', en: 'No personal details' },
  optional: { zh: '可选择提供', en: 'You may also share' },
  add: { zh: '添加', en: 'Add' },
  remove: { zh: '不提供', en: 'Leave out' },
  agrees: { zh: '您同意', en: 'You agree to' },
  opening: { zh: '在{bank}开立{product}', en: 'Open a {product} with {bank}' },
  why: { zh: '依据', en: 'Legal basis' },
  kept: { zh: '保存多久', en: 'How long it is kept' },
  isYours: {
    zh: '请确认您正在自己打开的这个网站上办理。别人发来的二维码或链接，请拒绝。',
    en: 'Continue only if you opened this website yourself. If somebody sent you the code or link, decline.',
  },
  approve: { zh: '同意并提供', en: 'Agree and share' },
  decline: { zh: '拒绝', en: 'Decline' },
  sending: { zh: '正在加密送达网站…', en: 'Encrypting and sending…' },
  faceTitle: { zh: '请先刷脸', en: 'Verify your face first' },
  faceLead: {
    zh: '这项业务要求在半小时内确认过是您本人。刷脸后回到这里继续。',
    en: 'This needs a face check from the last half hour. Verify your face, then continue here.',
  },
  face: { zh: '去刷脸', en: 'Verify my face' },
  answeredTitle: { zh: '还差一步', en: 'One more step' },
  answeredText: {
    zh: '请在刚才的网页上输入这6位数字，才会完成。任何人打电话或发消息向您要这个数字，都不要给。',
    en: 'To finish, type these six digits into the page that you opened. Never give them to anyone who calls or messages you.',
  },
  code: { zh: '数字：{digits}', en: 'Digits: {digits}' },
  returnTitle: { zh: '已提供', en: 'Shared' },
  returnText: { zh: '请返回刚才的页面继续办理。', en: 'Go back to the page that asked to continue.' },
  back: { zh: '返回继续办理', en: 'Go back and continue' },
  receipt: { zh: '已记入本机的使用记录。', en: 'Saved to History on this phone.' },
  done: COMMON.done,
  declinedTitle: { zh: '已拒绝', en: 'Declined' },
  declinedText: {
    zh: '没有提供任何信息，网站只知道您没有同意。',
    en: 'Nothing was shared. The website learns only that you declined.',
  },
  overAsked: { zh: '它多要了：{claims}', en: 'It also asked for: {claims}' },
  scanAgain: { zh: '重新扫码', en: 'Scan again' },
  home: { zh: '回到首页', en: 'Home' },
} as const

/** Titles of what stops an answer: a forgery must not look like a slow network. */
export const STOPPED_TITLES: Partial<Record<ErrorCode, { readonly zh: string; readonly en: string }>> = {
  PORTAL_LINK_INVALID: { zh: '不是可用的二维码', en: 'Not a website code' },
  PORTAL_UNREGISTERED: { zh: '没有登记的网站', en: 'This website is not registered' },
  PORTAL_REQUEST_INVALID: { zh: '无法证明是谁在请求', en: 'Cannot verify who is asking' },
  PORTAL_REQUEST_EXPIRED: { zh: '请求已过期', en: 'This request has expired' },
  PORTAL_OVERASKS: { zh: '索要超出登记范围', en: 'The website asked for too much' },
  PORTAL_UNSATISFIABLE: { zh: '证件信息不足', en: 'Your ID does not have all that was asked for' },
  PORTAL_UNREACHABLE: { zh: '网站连不上', en: 'The website cannot be reached' },
  PORTAL_REFUSED: { zh: '网站没有接受', en: 'The website did not accept it' },
  OFFLINE: { zh: '没有网络', en: 'No network' },
}
export const OTHERWISE_STOPPED = { zh: '暂时无法提供', en: 'Cannot be shared right now' } as const
/** Refusals that point to an impostor. */
export const ALARMING: readonly ErrorCode[] = [
  'PORTAL_UNREGISTERED',
  'PORTAL_REQUEST_INVALID',
  'PORTAL_OVERASKS',
]
