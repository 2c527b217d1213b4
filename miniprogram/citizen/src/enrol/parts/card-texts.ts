import { spoken } from '@nansha/kit/i18n/spoken'

const TITLES = spoken('/enrol/voice/card', {
  portrait: { zh: '拍摄身份证\u200b人像面', en: 'Photograph your ID card' },
  emblem: { zh: '翻到国徽面', en: 'Now turn the card over' },
})

export const SIDE_TEXTS = {
  portrait: {
    title: TITLES.portrait,
    unread: { zh: '人像面没有拍好。{reason}', en: 'The side with your photo cannot be used. {reason}' },
    lead: { zh: '有照片的一面', en: 'The side with your photo' },
  },
  emblem: {
    title: TITLES.emblem,
    unread: { zh: '国徽面没有拍好。{reason}', en: 'The side with the emblem cannot be used. {reason}' },
    lead: { zh: '有效期和签发机关的一面', en: 'The side with the emblem and the validity' },
  },
} as const

export const CARD_TEXTS = {
  hint: {
    zh: '放在深色平面上，四角对齐边框，避免反光',
    en: 'Lay the card on a dark, plain surface. Keep all four corners in the frame and avoid glare',
  },
  reading: { zh: '正在读取身份证…', en: 'Reading your card…' },
  again: { zh: '重新读取', en: 'Read it again' },
  album: { zh: '从相册选择', en: 'Choose from album' },
  ...spoken('/enrol/voice/photo', {
    check: { zh: '文字都清晰、没有反光吗？', en: 'Is the text sharp and free of glare?' },
    retakePortrait: { zh: '重拍人像面', en: 'Retake the side with the photo' },
    retakeEmblem: { zh: '重拍国徽面', en: 'Retake the side with the emblem' },
  }),
} as const
