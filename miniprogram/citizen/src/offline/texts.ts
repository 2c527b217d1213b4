export const TEXTS = {
  title: { zh: '没网也能用', en: 'Works offline' },
  lead: {
    zh: '没有网络也能过闸、证明年龄。每份只用一次，最长一天，用过或到期即作废。',
    en: 'Pass gates and prove your age without a network. Each pass works once, for up to a day.',
  },
  loading: { zh: '正在准备…', en: 'Preparing…' },
  ready: { zh: '还有 {left} 份，{time} 前有效', en: '{left} left, valid until {time}' },
  none: { zh: '没有了', en: 'None left' },
  locked: {
    zh: '补充离线凭证需要确认是您本人。',
    en: 'To get more, confirm that it is you.',
  },
  unlock: { zh: '输入出示密码并补充', en: 'Enter PIN and get more' },
  offline: {
    zh: '当前没有网络。联网一次即可补充。',
    en: 'You are offline. Connect to a network once to get more.',
  },
  enough: { zh: '已备好，可以离线使用。', en: 'Ready to use without a network.' },
} as const
