export const TEXTS = {
  title: { zh: '设置 PIN 码', en: 'Set a PIN' },
  lead: {
    zh: '出示证件时用来确认是您本人。不要用生日或连续数字。',
    en: 'Shows that it is you when you present. Avoid birthdays and runs of digits.',
  },
  old: { zh: '现在的 PIN 码', en: 'Present PIN' },
  pin: { zh: '新的6位 PIN 码', en: 'New 6-digit PIN' },
  again: { zh: '再输入一次', en: 'The same again' },
  different: { zh: '两次输入不一致。', en: 'The two are not the same.' },
  tooLate: {
    zh: '设置PIN码需在刷脸后24小时内完成。请在本机重新刷脸申领，无需等待；也可到窗口办理。',
    en: 'A PIN is set within 24 hours of the face check. Enrol again on this phone, there is no wait, or go to a counter.',
  },
  enrolAgain: { zh: '重新申领', en: 'Enrol again' },
  save: { zh: '保存', en: 'Save' },
} as const
