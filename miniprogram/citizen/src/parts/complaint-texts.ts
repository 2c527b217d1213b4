export const COMPLAINT_TEXTS = {
  erase: { zh: '要求删除我的信息', en: 'Ask it to erase my data' },
} as const

/** Of a website that got something. */
export const WEBSITE_COMPLAINT = {
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

/** Of an organisation at whose desk the ID was shown. */
export const DESK_COMPLAINT = {
  ask: { zh: '要求删除信息、投诉该单位', en: 'Ask to erase, or report this organisation' },
  report: { zh: '投诉该单位', en: 'Report this organisation' },
  reported: {
    zh: '已投诉。运营方会看到有人投诉了该单位，但看不到是谁。如怀疑被骗，请拨打 96110 或 110；也可拨打 12345。',
    en: 'Reported. The operator can see that this organisation was reported, but not by whom. If you suspect fraud, call 96110 or 110; you can also call 12345.',
  },
  erased: {
    zh: '已记下。运营方会看到有人要求该单位删除，但看不到是谁。该单位要由您告知删除谁的信息：请把下面的话交给或发给该单位。法律要求登记的（如住宿登记），该单位须保存到期满。',
    en: 'Noted. The operator can see that erasure was requested, but not by whom. The organisation needs to hear from you whose data to erase: hand or send it this message. What the law has registered, such as hotel stays, must be kept until its term ends.',
  },
  letter: {
    zh: '本人于{time}在贵单位（{organisation}）办理“{scenario}”时通过南沙身份出示了：{claims}。根据《个人信息保护法》第四十七条，除法律、行政法规规定应当保存的以外，请予删除并告知结果。',
    en: 'On {time} I showed at your desk ({organisation}), for “{scenario}”, by Nansha ID: {claims}. Under Article 47 of the Personal Information Protection Law, please erase what no law requires you to keep, and tell me when it is done.',
  },
} as const
