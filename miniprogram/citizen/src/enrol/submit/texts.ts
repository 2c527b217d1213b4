import { spoken } from '@nansha/kit/i18n/spoken'
import { COMMON } from '@nansha/kit/texts/common'

export const TEXTS = {
  beginning: { zh: '建立安全会话', en: 'Opening a secure session' },
  uploading: { zh: '上传照片', en: 'Uploading your photos' },
  'network-id': { zh: '国家网络身份认证', en: 'National Network ID' },
  filming: { zh: '微信人脸核身', en: 'WeChat face verification' },
  checking: { zh: '核对身份', en: 'Checking your identity' },
  stay: { zh: '请保持页面打开。', en: 'Please keep this page open.' },
  tooLate: {
    zh: '正在核对，通常只要几秒，现在不能取消。',
    en: 'Checking. This usually takes a few seconds and can no longer be cancelled.',
  },
  slow: {
    zh: '比平时慢一些，仍在进行，请不要关闭。',
    en: 'This is taking longer than usual but is still running. Please keep this page open.',
  },
  cancel: COMMON.cancel,
  networkIdTitle: { zh: '请用国家网络身份认证确认', en: 'Confirm with your National Network ID' },
  networkIdText: {
    zh: '将打开“国家网络身份认证”App。请在其中确认，完成后会回到这里。',
    en: 'This opens the National Network ID app (国家网络身份认证). Confirm there, and you will be brought back here.',
  },
  networkIdMissed: {
    zh: '还没有完成。请确认手机上装有“国家网络身份认证”App并已申领网证，然后再试；也可以到柜台办理。',
    en: 'Not confirmed yet. Check that the app is on this phone and that your network ID is set up in it, then try again, or go to a counter.',
  },
  openNetworkId: { zh: '打开国家网络身份认证', en: 'Open National Network ID' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  cancelledText: {
    zh: '没有提交任何信息，服务器上的照片已删除。关闭小程序前，填写的内容还在这部手机上。',
    en: 'Nothing was submitted, and uploaded photos were deleted. What you entered stays on this phone until you close the app.',
  },
  send: { zh: '重新提交', en: 'Submit again' },
  home: { zh: '回到首页', en: 'Home' },
  postponed: { zh: '身份已核实', en: 'Your identity is confirmed' },
  postponedText: {
    zh: '您的旧手机近期仍在使用，为防冒领，需要等待一段时间或在旧手机上确认。',
    en: 'Your old phone was used recently. For your security, you have to wait a while, or confirm on the old phone.',
  },
  seeWhen: { zh: '查看领取时间', en: 'See when' },
  ...spoken('/enrol/voice/refused', {
    selfieTitle: { zh: '请重拍自拍照', en: 'Please retake the selfie' },
    cardTitle: { zh: '请重拍身份证', en: 'Please retake the card photo' },
    emblemTitle: { zh: '请重拍国徽面', en: 'Please retake the emblem side' },
    cardUnusable: { zh: '这张身份证现在不能用', en: 'This card cannot be used at the moment' },
    notConfirmed: { zh: '未能核实', en: 'Not confirmed' },
    consentMissing: { zh: '需要您的同意', en: 'Your consent is needed' },
    useCounter: { zh: '现在不能在手机上办理', en: 'Please go to a counter' },
    notSent: { zh: '没有提交成功', en: 'Not submitted' },
  }),
  retryAt: { zh: '可在 {time} 之后再试。', en: 'You can try again after {time}.' },
  retakeSelfie: { zh: '只重拍自拍照', en: 'Retake just the selfie' },
  retakeCard: { zh: '只重拍身份证', en: 'Retake just the card photo' },
  retakeEmblem: { zh: '只重拍国徽面', en: 'Retake just the emblem side' },
  retakeNewCard: { zh: '用新的身份证重拍', en: 'Photograph the new card' },
  again: { zh: '再试一次', en: 'Try again' },
  readNotice: { zh: '重新阅读告知', en: 'Read the notice again' },
  counter: { zh: '到柜台办理', en: 'Go to a counter' },
  giveUp: { zh: '放弃并删除我的资料', en: 'Cancel and delete my data' },
} as const
