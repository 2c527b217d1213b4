export const TEXTS = {
  title: { zh: '使用提醒', en: 'Alerts' },
  offer: {
    zh: '每次有人核验、或有人用您的号码申请，都在微信里提醒您。',
    en: 'Get a WeChat message whenever your ID is checked, or somebody tries to enrol with your number.',
  },
  turnOn: { zh: '开启提醒', en: 'Turn on alerts' },
  on: {
    zh: '已开启：每次核验或有人用您的号码申请，微信都会提醒。消息里没有您的姓名和号码。',
    en: 'On. WeChat tells you of every check and of attempts with your number. The messages contain neither your name nor your number.',
  },
  turnOff: { zh: '关闭提醒', en: 'Turn off alerts' },
  refused: {
    zh: '微信没有允许发送提醒。请在右上角“···”→设置→订阅消息里打开，再试一次。',
    en: 'WeChat did not allow messages. Open ··· at the top right, then Settings → Subscriptions, and try again.',
  },
} as const
