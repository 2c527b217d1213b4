import type { Text } from '@nansha/kit/i18n/fill-text'
import type { Identified } from '@nansha/shared/api/guest-document'

export const PHOTO_TEXTS = {
  offer: { zh: '拍照读取，免录入', en: 'Photograph it instead of typing' },
  title: { zh: '拍摄证件', en: 'Photograph the document' },
  leads: {
    card: { zh: '拍证件\u200b有照片的一面', en: 'Photograph the side with the portrait' },
    passport: {
      zh: '拍护照资料页\u200b底部两行',
      en: 'Photograph the two lines at the bottom of the photo page',
    },
  },
  hints: {
    card: { zh: '平放，四角入框，避开反光', en: 'Lay it flat, all four corners in view, no glare' },
    passport: { zh: '平放，两行完整清晰，避开反光', en: 'Lay it flat, both lines whole and sharp, no glare' },
  },
  reading: { zh: '正在读取…', en: 'Reading…' },
  take: { zh: '拍照', en: 'Take the photo' },
  type: { zh: '改为手工录入', en: 'Type it instead' },
  again: { zh: '重拍证件', en: 'Photograph it again' },
  readLead: {
    zh: '请逐项与证件原件核对；姓名有误可改。',
    en: 'Compare everything with the document itself. The name can be corrected.',
  },
  number: {
    zh: '完整号码只报送公安机关，本机不显示。',
    en: 'The full number goes to the police only and is not shown here.',
  },
  compare: { zh: '客人同意后，拍照比对', en: 'If the guest agrees: compare by photo' },
  consent: {
    zh: '请告诉客人：“可以给您拍一张照片，与证件上的照片比对吗？比对后立即删除，不保存。不同意也没关系，由我当面核对。”',
    en: 'Say: “May I take a photo of you and compare it with the portrait on your card? It is deleted right after, and nothing is kept. If you would rather not, I will compare in person.”',
  },
} as const

const IDENTIFIED_TEXTS = {
  camera: { zh: '拍照读取证件，当面核对', en: 'Document photographed and compared in person' },
  typed: { zh: '手工录入证件，当面核对', en: 'Document typed and compared in person' },
  same: { zh: '人像比对：像同一个人', en: 'Photo comparison: same person' },
  'not-sure': { zh: '人像比对：无法判断', en: 'Photo comparison: not sure' },
  different: { zh: '人像比对：不像同一个人', en: 'Photo comparison: different' },
} as const

/** How a guest without an electronic identity was identified. */
export function howIdentified({ read, faces }: Identified): readonly Text[] {
  return [IDENTIFIED_TEXTS[read], ...(faces === undefined ? [] : [IDENTIFIED_TEXTS[faces]])]
}
