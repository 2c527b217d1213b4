export const TEXTS = {
  title: { zh: '核验记录', en: 'Checks' },
  lead: {
    zh: '最近一年的核验，不记录被核验者是谁。提醒保留7天。',
    en: 'Checks of the past year. Who was checked is not recorded. Warnings are kept for 7 days.',
  },
  loading: { zh: '正在读取…', en: 'Loading…' },
  none: { zh: '还没有核验记录。', en: 'Nothing has been checked yet.' },
  shown: { zh: '未作决定', en: 'Not decided' },
  accepted: { zh: '通过', en: 'Accepted' },
  refused: { zh: '未通过', en: 'Refused' },
  disputed: { zh: '本人否认', en: 'Disputed' },
  cards: {
    matches: { zh: '原件相符', en: 'Physical card matches' },
    differs: { zh: '原件不符', en: 'Physical card does not match' },
    missing: { zh: '未带原件', en: 'No physical card' },
  },
  doubled: { zh: '在别处也被使用', en: 'Also used elsewhere' },
  by: { zh: '核验人：{staff}', en: 'By {staff}' },
  older: { zh: '更早的记录', en: 'Older checks' },
  open: { zh: '查看并处理', en: 'See what to do' },
  again: { zh: '刷新', en: 'Refresh' },
} as const
