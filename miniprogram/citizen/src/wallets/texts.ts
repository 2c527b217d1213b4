import { COMMON } from '@nansha/kit/texts/common'

export const TEXTS = {
  title: { zh: '其他钱包', en: 'Other wallets' },
  lead: {
    zh: '如果您还使用其他符合国际标准的钱包应用，可以给它一份您的身份，有效30天。',
    en: 'If you also use another wallet app that follows the international standard, you can give it a copy of your identity for 30 days.',
  },
  risk: {
    zh: '那个应用怎样保管、怎样解锁，由它自己决定，我们看不到。多数网站和所有窗口不接受这份身份。',
    en: 'That app decides how it is kept and unlocked; we cannot see it. Most websites, and all desks, do not accept this copy.',
  },
  loading: { zh: '正在查询…', en: 'Checking…' },
  none: { zh: '目前没有其他钱包持有您的身份。', en: 'No other wallet holds your identity.' },
  held: { zh: '另一个钱包里的身份', en: 'Held by another wallet' },
  issued: { zh: '{day}存入', en: 'Added {day}' },
  ends: { zh: '有效至{day}', en: 'Valid until {day}' },
  withdraw: { zh: '收回', en: 'Withdraw' },
  withdrawSure: {
    zh: '收回后，那个钱包里的身份立即失效，不能恢复。网站最迟5分钟后得知。',
    en: 'The copy in that wallet stops working at once and cannot be restored. Websites learn of it within five minutes.',
  },
  withdrawYes: { zh: '确认收回', en: 'Withdraw it' },
  keep: { zh: '不收回', en: 'Keep it' },
  add: { zh: '存入另一个钱包', en: 'Add to another wallet' },
  asking: { zh: '正在准备…', en: 'Preparing…' },
  offerTitle: { zh: '用另一个钱包扫码', en: 'Scan with the other wallet' },
  offerLead: {
    zh: '扫码后，在那个钱包里输入下面的6位数字。',
    en: 'After scanning, type these six digits into that wallet.',
  },
  qr: { zh: '给另一个钱包扫的二维码', en: 'QR code for the other wallet' },
  digits: { zh: '6位数字：{digits}', en: 'The six digits: {digits}' },
  never: {
    zh: '只输入到您自己的钱包里。任何人向您要这6位数字，都是诈骗。',
    en: 'Type them into your own wallet only. Anyone who asks you for these digits is a fraudster.',
  },
  left: { zh: '{seconds}秒后失效，只能用一次', en: 'Valid for {seconds} s, one use only' },
  here: {
    zh: '钱包在这部手机上？长按复制链接，到那个钱包里打开：',
    en: 'Is that wallet on this phone? Press and hold to copy the link, then open it there:',
  },
  done: COMMON.done,
  over: { zh: '已失效', en: 'Expired' },
  overText: {
    zh: '二维码和数字已超时。如果那个钱包还没有收到，请重新开始。',
    en: 'The code and the digits have expired. If that wallet has received nothing, start again.',
  },
  again: { zh: '重新开始', en: 'Start again' },
  failed: { zh: '没有办成', en: 'That did not work' },
  tooMany: {
    zh: '最多同时存入5个钱包，每天最多准备10次。请先收回不用的，或明天再试。',
    en: 'You can use up to five wallets at a time and prepare ten codes a day. Withdraw a wallet that you no longer use, or try again tomorrow.',
  },
} as const
