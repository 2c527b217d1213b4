export const TEXTS = {
  disputed: { zh: '本人称并非其出示', en: 'The holder says: not me' },
  disputedText: {
    zh: '{time} 在“{scenario}”核验的人可能冒用他人身份，证件已冻结。请立即找到此人，核对身份证原件，并通知负责人。',
    en: 'The person checked at {time} for “{scenario}” may be an impostor. The ID is now frozen. Find them, ask for the physical card, and tell your manager.',
  },
  double: { zh: '同一凭证在别处也被使用', en: 'The same pass was used elsewhere' },
  doubleText: {
    zh: '{time} 在“{scenario}”核验的离线凭证，另一处闸口也收到过。请核对当时的人员，并通知负责人。',
    en: 'The pass checked at {time} for “{scenario}” was also shown at another gate. Find out who came through, and tell your manager.',
  },
  understood: { zh: '我已知晓', en: 'I have read this' },
} as const
