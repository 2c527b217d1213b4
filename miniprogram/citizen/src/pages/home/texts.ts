import type { WalletStatus } from '@nansha/shared/api/wallet'

export const TEXTS = {
  loading: { zh: '正在打开…', en: 'Opening…' },
  brand: { zh: '南沙身份', en: 'Nansha ID' },
  welcomeTitle: { zh: '手机就是身份证', en: 'Your ID card, on your phone' },
  welcomeLead: {
    zh: '住酒店、进站、办事，出示二维码即可。身份证原件始终有效。',
    en: 'Hotels, stations, counters: show a code. Your physical card stays valid everywhere.',
  },
  promiseUse: { zh: '忘带身份证也能办事', en: 'Works when the card is at home' },
  promiseLittle: {
    zh: '每次只出示对方需要的信息，用过都有记录',
    en: 'Shows only what is needed, and records every use',
  },
  promiseDeleted: {
    zh: '申领时拍的照片，核对后立即删除',
    en: 'Photos taken to enrol are deleted once checked',
  },
  begin: { zh: '申领电子身份证', en: 'Get my digital ID' },
  needs: { zh: '需要身份证原件和您本人，约一分钟', en: 'Takes your ID card, yourself, and about a minute' },
  begun: {
    zh: '您有一次未完成的申领，已填内容还在。',
    en: 'You have begun to enrol; what you gave is still here.',
  },
  goOn: { zh: '继续申领', en: 'Continue' },
  startOver: { zh: '清除并重新开始', en: 'Erase and start over' },
  counter: { zh: '不使用人脸识别，到柜台办理', en: 'Enrol at a counter, without face recognition' },
  settings: { zh: '设置', en: 'Settings' },
  history: { zh: '使用记录', en: 'History' },
  present: { zh: '出示证件', en: 'Show my ID' },
  cardType: { zh: '居民身份电子凭证', en: 'Digital resident ID' },
  validUntil: { zh: '有效期至 {day}', en: 'Valid until {day}' },
  reveal: { zh: '显示完整信息', en: 'Show details' },
  hide: { zh: '隐藏信息', en: 'Hide details' },
  maskedNumber: { zh: '身份号码，末四位 {last4}', en: 'Number ending in {last4}' },
  specimen: {
    zh: '样本证件，仅供体验，不能用于真实业务。',
    en: 'A specimen for trying out: not a real document.',
  },
  offline: {
    zh: '当前没有网络。已备好的二维码仍可出示。',
    en: 'No network. Codes prepared beforehand still work.',
  },
  frozen: {
    zh: '证件已冻结，暂时不能出示。确认手机安全后可以解除。',
    en: 'Your ID is frozen and cannot be shown. Unfreeze it when your phone is safe.',
  },
  unfreeze: { zh: '去解除冻结', en: 'Go to unfreeze' },
  revoked: {
    zh: '这部手机上的证件已停用：可能已在另一部手机上申领，或已被注销。',
    en: 'The ID on this phone no longer works: it was moved to another phone or withdrawn.',
  },
  expired: { zh: '证件已过期，请重新申领。', en: 'Your ID has expired. Please enrol again.' },
  noPin: {
    zh: '请在领取后24小时内设置 PIN 码，之后出示证件需要它。',
    en: 'Set a PIN within 24 hours of enrolling: presenting needs it afterwards.',
  },
  setPin: { zh: '设置 PIN 码', en: 'Set a PIN' },
  rebinding: {
    zh: '另一部手机正在申请领取您的证件，将于 {time} 生效。不是您本人，请立即拒绝。',
    en: 'Another phone has asked for your ID and gets it at {time}. If that is not you, refuse now.',
  },
  refuseRebinding: { zh: '不是我，拒绝', en: 'Not me: refuse' },
  allowRebinding: { zh: '是我换手机，立即移交', en: 'My new phone: hand over now' },
  waitingTitle: { zh: '等待旧手机确认', en: 'Waiting for your old phone' },
  waitingText: {
    zh: '您的身份已核实。旧手机近期仍在使用，为防冒领，{time} 之后可在此领取；在旧手机上确认可立即领取。',
    en: 'You are confirmed. Your old phone was in use lately, so to be safe you can collect here after {time}, or at once when the old phone agrees.',
  },
  collect: { zh: '查看能否领取', en: 'Check whether it is ready' },
  notYet: { zh: '还没有到时间。', en: 'It is not time yet.' },
  vetoed: {
    zh: '旧手机拒绝了这次申领，或已超过领取期限。',
    en: 'The old phone refused, or too much time has passed.',
  },
  giveUp: { zh: '放弃等待', en: 'Stop waiting' },
  again: { zh: '重新申领', en: 'Enrol again' },
} as const

export const STATUS_TEXTS: Readonly<Record<WalletStatus['status'], { zh: string; en: string }>> = {
  valid: { zh: '有效', en: 'Valid' },
  frozen: { zh: '已冻结', en: 'Frozen' },
  revoked: { zh: '已停用', en: 'Revoked' },
  expired: { zh: '已过期', en: 'Expired' },
}
