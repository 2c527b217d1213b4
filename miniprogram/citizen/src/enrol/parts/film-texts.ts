export const FILM_TEXTS = {
  before: {
    zh: '脸放进椭圆，正对光线。开始后请按提示做动作，约10秒。',
    en: 'Fit your face into the oval, facing the light. Then do what is asked, about 10 seconds.',
  },
  start: { zh: '开始', en: 'Start' },
  progress: { zh: '第 {step} 个，共 {total} 个', en: '{step} of {total}' },
  'look-straight': { zh: '请正视镜头', en: 'Look straight at the camera' },
  'turn-left': { zh: '请向左转头', en: 'Turn your head to your left' },
  'turn-right': { zh: '请向右转头', en: 'Turn your head to your right' },
  'open-mouth': { zh: '请张开嘴', en: 'Open your mouth' },
  'close-eyes': { zh: '请闭上眼睛', en: 'Close your eyes' },
} as const
