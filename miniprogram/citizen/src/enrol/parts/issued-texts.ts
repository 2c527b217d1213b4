import { spoken } from '@nansha/kit/i18n/spoken'

export const ISSUED = {
  ...spoken('/enrol/voice/outcome', { issued: { zh: '领取成功', en: 'Your ID is ready' } }),
  pinLead: {
    zh: '最后一步：设置出示密码。出示证件时要输入它，别人拿到手机也用不了。不要用生日或连续数字。',
    en: 'One last step: set a PIN, so that only you can show your ID. Avoid birthdays and sequences such as 123456.',
  },
  pinLater: { zh: '以后再设', en: 'Not now' },
  withoutPin: { zh: '先不设\u200b出示密码？', en: 'Continue without a PIN?' },
  withoutPinText: {
    zh: '没有出示密码，今天谁拿到这部手机都能出示您的证件；过了今天，不设就不能出示。半小时内可以直接设置，之后要再刷一次脸。',
    en: 'Without a PIN, anyone who gets hold of this phone can show your ID today, and after today it cannot be shown at all. You can set one directly for half an hour; after that you have to verify your face again.',
  },
  setPin: { zh: '现在设置', en: 'Set a PIN now' },
  goWithoutPin: { zh: '知道了，以后再设', en: 'I understand, not now' },
  biometric: { zh: '也用指纹或面容？', en: 'Use your fingerprint or face too?' },
  biometricLead: {
    zh: '多数场景可以用这部手机的指纹或面容代替出示密码。',
    en: 'In most situations this phone’s fingerprint or face unlock can replace the PIN.',
  },
  useBiometric: { zh: '开启指纹或面容', en: 'Turn it on' },
  onlyPin: { zh: '只用出示密码', en: 'Use the PIN only' },
  allSet: { zh: '可以使用了', en: 'All set' },
  issuedText: {
    zh: '照片不会保留在手机上。现在可以出示您的证件了。',
    en: 'No photos are kept on this phone. You can show your ID now.',
  },
  show: { zh: '查看证件', en: 'See my ID' },
} as const
