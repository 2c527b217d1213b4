import { spoken } from '@nansha/kit/i18n/spoken'

export const TEXTS = {
  title: { zh: '出示证件', en: 'Show my ID' },
  chooseTitle: { zh: '这次用来做什么？', en: 'What is it for?' },
  approve: { zh: '同意并出示二维码', en: 'Agree and show the code' },
  deskCode: {
    zh: '窗口、银行、医院等：扫对方的码',
    en: 'Counter, bank or hospital: scan their code',
  },
  opening: { zh: '正在准备二维码…', en: 'Preparing the code…' },
  ...spoken('/present/voice', { showIt: { zh: '请对准扫描设备', en: 'Hold it in front of the scanner' } }),
  showPass: {
    zh: '请对准扫描设备，画面会来回切换，稍等片刻',
    en: 'Hold it in front of the scanner for a moment: two pictures are shown in turn',
  },
  codeLabel: { zh: '身份二维码，请对准扫描设备', en: 'Identity code: hold it in front of the scanner' },
  renews: { zh: '{seconds} 秒后自动更新', en: 'Renews in {seconds} s' },
  passWorks: {
    zh: '离线凭证：双方都没有网络也能核验。',
    en: 'This is an offline pass. Neither side needs a network.',
  },
  ticketNeedsNetwork: {
    zh: '当前没有网络。这个码要靠对方的网络核验。',
    en: 'You are offline. The desk will check this code over its own network.',
  },
  end: { zh: '结束出示', en: 'Stop showing' },
  another: { zh: '对方提示“已使用”？换一个新码', en: 'Told “already used”? Get a new code' },
  toPass: { zh: '对方没有网络？改用离线凭证', en: 'Desk offline? Show an offline pass' },
  toTicket: { zh: '对方扫不出？改用联网码', en: 'Not scanning? Show an online code' },
  stopped: { zh: '暂时无法出示', en: 'Cannot be shown right now' },
  noCodes: {
    zh: '没有网络，备用码已用完或已过期',
    en: 'You are offline, and your spare codes are used up or have expired',
  },
  noCodesText: {
    zh: '连上网络后会自动补充。着急时请出示身份证原件。',
    en: 'Connect to a network to get more. If you are in a hurry, show your physical card.',
  },
  ofChild: {
    zh: '出示的是孩子{name}的证件。对方会看到您是监护人。',
    en: 'You are showing the card of {name}, a child. The desk sees that you are the guardian.',
  },
  ownInstead: { zh: '出示我自己的证件', en: 'Show my own ID' },
  home: { zh: '回到首页', en: 'Home' },
  presentAgain: { zh: '再出示一个新码', en: 'Show a new code' },
} as const
