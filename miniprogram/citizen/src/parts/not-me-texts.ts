import { COMMON } from '@nansha/kit/texts/common'

export const NOT_ME_TEXTS = {
  ask: { zh: '不是我本人使用', en: 'That was not me' },
  text: {
    zh: '将立即冻结证件，并提醒对方单位。',
    en: 'This freezes your ID at once and warns the organisation.',
  },
  confirm: { zh: '确认不是我，立即冻结', en: 'Not me: freeze now' },
  cancel: COMMON.cancel,
} as const
