export const CAPTURE_TEXTS = {
  starting: { zh: '正在打开相机…', en: 'Opening the camera…' },
  take: { zh: '拍摄', en: 'Take the picture' },
  failed: { zh: '没有拍成，请再按一次。', en: 'That did not work. Press once more.' },
  use: { zh: '使用这张', en: 'Use this picture' },
  retake: { zh: '重拍', en: 'Take it again' },
  card: { zh: '拍到的身份证照片', en: 'The picture of your card' },
  selfie: { zh: '拍到的自拍照', en: 'The picture of your face' },
  denied: {
    zh: '没有相机权限。请允许使用相机，照片只用于这次申领。',
    en: 'The camera is not allowed. Please allow it; pictures are used for this enrolment only.',
  },
  allow: { zh: '去允许使用相机', en: 'Allow the camera' },
  unavailable: {
    zh: '相机打不开，可能被其他应用占用。请关闭后重试。',
    en: 'The camera cannot be opened; another app may be using it. Close that and try again.',
  },
  retry: { zh: '重试', en: 'Try again' },
} as const
