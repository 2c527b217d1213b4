export const PHOTOGRAPH_TEXTS = {
  starting: { zh: '正在打开相机…', en: 'Opening the camera…' },
  failed: { zh: '没有拍成，请再按一次。', en: 'The picture could not be taken. Try again.' },
} as const
