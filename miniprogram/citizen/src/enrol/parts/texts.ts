export const TEXTS = {
  step: { zh: '第 {number} 步，共 {total} 步', en: 'Step {number} of {total}' },
} as const
