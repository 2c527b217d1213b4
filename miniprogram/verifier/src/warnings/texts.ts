export const TEXTS = {
  disputed: { zh: '证件本人否认：刚才不是我出示的', en: 'The ID’s owner says: “That was not me”' },
  disputedText: {
    zh: '出示证件的人可能冒用他人身份，证件已冻结。请立即找到此人，查看身份证原件，并通知主管；不能当面核实，请拨打110。',
    en: 'Whoever showed this ID may be an impostor. The ID is now frozen. Find them, check the physical card and tell your manager. If you cannot resolve this in person, call 110.',
  },
  double: { zh: '同一张离线凭证在别处也被使用', en: 'The same pass was used elsewhere' },
  doubleText: {
    zh: '另一处闸口也收到过这张凭证，其中一人可能是冒用。请找到当时通过的人，查看身份证原件，并通知主管。',
    en: 'Another gate was shown this pass too, so one of the two may be an impostor. Find whoever came through here, check the physical card and tell your manager.',
  },
  portrait: { zh: '当时出示的照片', en: 'The portrait that was shown' },
  shownAs: { zh: '以“{name}”的身份', en: 'Shown as {name}' },
  understood: { zh: '我已知晓，去处理', en: 'I have read this' },
} as const
