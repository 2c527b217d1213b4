export const TEXTS = {
  title: { zh: '人员管理', en: 'Staff' },
  lead: { zh: '谁可以为贵单位核验。', en: 'Who may check for your organisation.' },
  loading: { zh: '正在读取…', en: 'Loading…' },
  manager: { zh: '管理员', en: 'Manager' },
  clerk: { zh: '工作人员', en: 'Clerk' },
  remove: { zh: '移除', en: 'Remove' },
  confirmRemove: {
    zh: '移除 {name}？对方将立即不能再核验。',
    en: 'Remove {name}? They can check no more, at once.',
  },
  removeNow: { zh: '确认移除', en: 'Yes, remove' },
  keep: { zh: '不移除', en: 'Keep' },
  invite: { zh: '邀请新成员', en: 'Invite somebody' },
  role: { zh: '身份', en: 'As' },
  makeInvitation: { zh: '生成邀请码', en: 'Make an invitation' },
  invitation: { zh: '邀请码', en: 'Invitation' },
  invitationHelp: {
    zh: '请对方打开本小程序，点“我有邀请码”，扫描或输入。一次有效，7天内有效。',
    en: 'They open this app, press “I have an invitation”, and scan or type it. Good once, for 7 days.',
  },
  another: { zh: '再邀请一位', en: 'Invite another' },
} as const
