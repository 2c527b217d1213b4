export const TEXTS = {
  title: { zh: '核验记录', en: 'Checks' },
  lead: {
    zh: '最近的核验在前。这里不记录被核验者是谁。',
    en: 'The latest first. Who was checked is not recorded here.',
  },
  loading: { zh: '正在读取…', en: 'Loading…' },
  none: { zh: '还没有核验记录。', en: 'Nothing has been checked yet.' },
  shown: { zh: '未作决定', en: 'Not decided' },
  accepted: { zh: '通过', en: 'Accepted' },
  refused: { zh: '未通过', en: 'Refused' },
  disputed: { zh: '本人否认', en: 'Disputed' },
  doubled: { zh: '在别处也被使用', en: 'Also used elsewhere' },
  by: { zh: '核验人：{staff}', en: 'By {staff}' },
  more: { zh: '显示更早的', en: 'Show earlier ones' },
  again: { zh: '刷新', en: 'Refresh' },
} as const
