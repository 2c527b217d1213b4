import { COMMON } from '@nansha/kit/texts/common'
import type { FaceAnswer } from '@nansha/shared/api/verify'

export const LIVE_TEXTS = {
  offer: { zh: '拿不准？拍照比对', en: 'Not sure? Compare by photo' },
  ask: { zh: '请先征得对方同意', en: 'Ask the person first' },
  consent: {
    zh: '请告诉对方：“可以给您拍一张照片，与您证件上的照片比对吗？比对后立即删除，不保存。不同意也没关系，可以核对身份证原件。”',
    en: 'Say: “May I take a photo of you and compare it with the portrait on your ID? It is deleted right after, and nothing is kept. If you would rather not, I can look at your physical card.”',
  },
  agreed: { zh: '对方同意', en: 'They agree' },
  declined: { zh: '对方不同意，返回', en: 'They do not agree, go back' },
  hint: { zh: '让对方正对镜头，画面里只有一人', en: 'One person only, facing the camera' },
  title: { zh: '给对方拍照', en: 'Photograph the person' },
  take: { zh: '拍照比对', en: 'Take the photo' },
  back: COMMON.back,
} as const

export const FACE_ANSWER_TEXTS: Readonly<Record<FaceAnswer, { readonly zh: string; readonly en: string }>> = {
  same: { zh: '比对结果：像同一个人。请您作决定。', en: 'The faces look the same. You decide.' },
  'not-sure': {
    zh: '比对结果：无法判断。请仔细看本人，或核对身份证原件。',
    en: 'The comparison cannot tell. Look closely, or check the physical card.',
  },
  different: {
    zh: '比对结果：不像同一个人。请核对身份证原件，再作决定。',
    en: 'The faces look different. Check the physical card, then decide.',
  },
}
