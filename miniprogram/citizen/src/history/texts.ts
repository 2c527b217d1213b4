export const TEXTS = {
  title: { zh: '使用记录', en: 'History' },
  lead: {
    zh: '每一次出示，包括未通过的，都在这里。只有您能看到。',
    en: 'Every use, including those refused. Only you can see this.',
  },
  loading: { zh: '正在读取…', en: 'Loading…' },
  empty: { zh: '还没有使用记录。', en: 'Your ID has not been used yet.' },
} as const
