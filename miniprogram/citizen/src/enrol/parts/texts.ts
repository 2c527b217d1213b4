export const TEXTS = {
  step: { zh: '第 {number} 步，共 {total} 步', en: 'Step {number} of {total}' },
  back: { zh: '上一步', en: 'Back' },
} as const
