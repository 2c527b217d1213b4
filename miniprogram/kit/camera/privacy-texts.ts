/** Of the faults of the camera that the platform's privacy rules bring about. */
export const PRIVACY_TEXTS = {
  unagreed: {
    zh: '您还没有同意《隐私保护指引》，微信不允许打开相机。画面只用于当前操作。',
    en: 'WeChat opens the camera only after you agree to the privacy notice. The picture is used for this step alone.',
  },
  agree: { zh: '阅读并同意', en: 'Read and agree' },
  undeclared: {
    zh: '这个版本没有在微信登记相机用途，相机无法打开。请改用其他方式，并拨打12345反映。',
    en: 'This version is not registered with WeChat to use the camera. Use another method, and call 12345 to report it.',
  },
} as const

/** The same of the album. */
export const ALBUM_TEXTS = {
  unagreed: {
    zh: '您还没有同意《隐私保护指引》，微信不允许选择照片。请再点一次并同意，或直接拍摄。',
    en: 'WeChat lets you choose a picture only after you agree to the privacy notice. Try again and agree, or take a picture.',
  },
  undeclared: {
    zh: '这个版本没有在微信登记选择照片的用途。请直接拍摄，并拨打12345反映。',
    en: 'This version is not registered with WeChat to choose pictures. Take a picture instead, and call 12345 to report it.',
  },
} as const
