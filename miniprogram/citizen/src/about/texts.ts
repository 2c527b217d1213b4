import type { Section } from '../parts/Sections'

export const TEXTS = {
  title: { zh: '使用说明与常见问题', en: 'Help and FAQ' },
  lead: {
    zh: '南沙身份是居民身份证的电子凭证。它能做什么、不能做什么，都写在这里。',
    en: 'Nansha ID is a digital form of the resident ID card. This page explains what it can and cannot do.',
  },
} as const

export const SECTIONS: readonly Section[] = [
  {
    title: { zh: '身份证原件始终有效', en: 'Your physical card is always valid' },
    text: {
      zh: '任何单位都不得因为您没有电子凭证而拒绝您。手机没电或丢失时，请用原件。',
      en: 'No organisation may refuse you because you have no digital ID. If your phone is lost or out of battery, use the card.',
    },
  },
  {
    title: { zh: '密钥保存在这部手机里', en: 'The key is kept on this phone' },
    text: {
      zh: '微信可能清理存储，届时重新申领即可。被破解（root、越狱）的手机无法保证密钥不被复制。',
      en: 'WeChat may clear its storage; if that happens, enrol again. On a rooted or jailbroken phone the key cannot be protected from being copied.',
    },
  },
  {
    title: { zh: '二维码不要发给别人', en: 'Never send your code to anyone' },
    text: {
      zh: '二维码每15秒更新，截图很快失效；但实时转发给他人的画面在这几十秒内仍可能被使用，因此工作人员还会核对您的照片。',
      en: 'The code changes every 15 seconds, and screenshots soon expire. A copy sent live to someone else may still work for a few seconds, so staff also compare your face.',
    },
  },
  {
    title: { zh: '没有网络时', en: 'Without a network' },
    text: {
      zh: '手机备有离线凭证：过闸和证明年龄时，双方都没有网络也能核验，每份用一次，最长一天。其他用途也能在没有网络时出示，但要靠对方的网络核验。',
      en: 'The phone keeps offline passes. At gates and for proof of age, neither side needs a network. Each pass works once, for up to a day. For other purposes you can show a code offline, but the desk needs a network to check it.',
    },
  },
  {
    title: { zh: '孩子的证件', en: 'Your child’s card' },
    text: {
      zh: '未满14周岁的孩子，证件可以放在监护人的手机上：在首页“添加证件”里领取办理码，带孩子到柜台办理。入住酒店、过车站机场闸口时由监护人出示，对方会看到这是儿童证件。满14周岁后，孩子用自己的手机办理。',
      en: 'The card of a child under 14 can be on a guardian’s phone. Get a counter code from the home page, and come to a counter with the child. Show it at hotels, stations and airports; the desk sees that it is a child’s card. From 14 on the child has a digital ID on a phone of their own.',
    },
  },
  {
    title: { zh: '您的数据', en: 'Your data' },
    text: {
      zh: '申领时的照片核对后立即删除，只留一张供核验时比对；不保存人脸特征。姓名、号码等加密保存，只向您同意的单位出示。您可以随时在“设置”中删除；法定住宿登记（目前3年）除外。',
      en: 'Photos taken to enrol are deleted once checked, except for one portrait, which staff compare with you; no face template is kept. Your name, number and other details are kept encrypted and shown only where you agree. You can delete everything in Settings at any time, except the stay register that the law requires (3 years at present).',
    },
  },
  {
    title: { zh: '手机丢了，或有人冒用', en: 'A lost phone, or misuse' },
    text: {
      zh: '请尽快用任意一部手机登录同一个微信账号，在本小程序里点“手机丢了”，冻结证件；登录不了就拨打 12345，或带身份证原件到柜台冻结。冻结后任何人都不能出示，找回手机后可以解除。',
      en: 'As soon as you can, sign in to the same WeChat account on any phone and choose “I lost my phone” in this app. If you cannot, call 12345 or take your physical card to a counter. Nobody can show a frozen ID, and you can unfreeze it once you have your phone back.',
    },
  },
]
