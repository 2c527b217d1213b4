export const TEXTS = {
  title: { zh: '没有这个页面', en: 'Page not found' },
  text: {
    zh: '链接可能已经失效，或来自旧版本。您的证件不受影响。',
    en: 'The link may be out of date, or from an older version. Your ID is not affected.',
  },
  home: { zh: '回到首页', en: 'Home' },
} as const
