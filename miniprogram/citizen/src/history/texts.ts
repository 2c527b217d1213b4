export const TEXTS = {
  title: { zh: '使用记录', en: 'History' },
  lead: {
    zh: '每一次出示，包括未通过的，都在这里。只有您能看到。',
    en: 'Every use, including those refused. Only you can see this.',
  },
  loading: { zh: '正在读取…', en: 'Loading…' },
  search: { zh: '搜索单位、用途或日期', en: 'Search by organisation, purpose or date' },
  notFound: { zh: '没有找到。', en: 'Nothing found.' },
  older: { zh: '更早的记录', en: 'Older entries' },
  searchAll: { zh: '在全部记录中搜索', en: 'Search the whole history' },
  olderFailed: { zh: '更早的记录没有读到，请重试。', en: 'Older entries could not be loaded. Try again.' },
  empty: { zh: '还没有使用记录。', en: 'Your ID has not been used yet.' },
} as const
