/** What many screens say; a dictionary of one screen holds only what is its own. */
export const COMMON = {
  back: { zh: '返回', en: 'Back' },
  /** Back to the step before, within one task. */
  previous: { zh: '上一步', en: 'Back' },
  cancel: { zh: '取消', en: 'Cancel' },
  done: { zh: '完成', en: 'Done' },
  opening: { zh: '正在打开…', en: 'Opening…' },
  sayAgain: { zh: '再听一遍', en: 'Say it again' },
  retry: { zh: '重试', en: 'Try again' },
} as const
