export const TEXTS = {
  title: { zh: '设置出示密码', en: 'Set a PIN' },
  lead: {
    zh: '出示证件时用来确认是您本人。不要用生日或连续数字。',
    en: 'You enter it when you show your ID, to confirm that it is you. Avoid birthdays and sequences such as 123456.',
  },
} as const
