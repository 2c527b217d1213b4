import type { CameraHelpTexts } from '@nansha/kit/photograph/CameraHelp'

export const CAPTURE_TEXTS = {
  take: { zh: '拍摄', en: 'Take photo' },
  use: { zh: '使用这张', en: 'Use this photo' },
  retake: { zh: '重拍', en: 'Retake' },
  enlarge: { zh: '放大查看', en: 'Zoom in' },
  reduce: { zh: '缩小', en: 'Zoom out' },
  card: { zh: '拍到的身份证照片', en: 'Photo of your card' },
  selfie: { zh: '拍到的自拍照', en: 'Photo of your face' },
} as const

export const CAMERA_HELP: CameraHelpTexts = {
  denied: {
    text: {
      zh: '没有相机权限。请允许使用相机，照片只用于这次申领。',
      en: 'Camera access is off. Allow it to continue; the photos are used for this enrolment only.',
    },
  },
  unavailable: {
    text: {
      zh: '相机打不开，可能被其他应用占用。请关闭后重试。',
      en: 'The camera cannot be opened; another app may be using it. Close that app and try again.',
    },
  },
  allow: { zh: '去允许使用相机', en: 'Allow camera access' },
}
