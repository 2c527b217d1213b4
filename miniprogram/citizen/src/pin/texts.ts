export const TEXTS = {
  title: { zh: '设置出示密码', en: 'Set a PIN' },
  lead: {
    zh: '出示证件时用来确认是您本人。不要用生日或连续数字。',
    en: 'You enter it to confirm that it is you when you show your ID. Avoid birthdays and digits in a row.',
  },
  old: { zh: '现在的出示密码', en: 'Current PIN' },
  pin: { zh: '新的6位出示密码', en: 'New 6-digit PIN' },
  again: { zh: '再输入一次', en: 'Enter it again' },
  different: { zh: '两次输入不一致。', en: 'The two PINs do not match. Enter them again.' },
  tooLate: {
    zh: '设置出示密码需在刷脸后24小时内完成。请先刷脸，再回来设置；也可以到窗口办理。',
    en: 'A PIN can be set only within 24 hours of a face check. Verify your face, then set the PIN here, or go to a counter.',
  },
  showFace: { zh: '去刷脸', en: 'Verify my face' },
  save: { zh: '保存', en: 'Save' },
} as const
