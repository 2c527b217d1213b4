export const COMPLAINT_TEXTS = {
  erase: { zh: '要求删除我的信息', en: 'Ask it to erase my data' },
  report: { zh: '举报该网站', en: 'Report this website' },
  reported: {
    zh: '已举报。运营方会看到有人举报了该网站，但看不到是谁。如怀疑被骗，请拨打 96110 或 110。',
    en: 'Reported. The operator can see that this website was reported, but not by whom. If you suspect fraud, call 96110 or 110.',
  },
  erased: {
    zh: '已记下。运营方会看到有人要求该网站删除，但看不到是谁。该网站要由您告知删除谁的信息，请把下面的话发给：{contact}',
    en: 'Noted. The operator can see that erasure was requested, but not by whom. The website needs to hear from you whose data to erase. Send this message to {contact}:',
  },
  letter: {
    zh: '本人于{time}通过南沙身份向贵单位（{domain}）提供了：{claims}，用于“{purpose}”。根据《个人信息保护法》第四十七条，请予删除并告知结果。',
    en: 'On {time} I shared with you ({domain}) by Nansha ID: {claims}, for “{purpose}”. Under Article 47 of the Personal Information Protection Law, please erase it and tell me when it is done.',
  },
} as const
