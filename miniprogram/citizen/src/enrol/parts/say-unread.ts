import type { useSay } from '@nansha/kit/i18n/language'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import type { CardSide } from '@nansha/shared/identity-card'
import { remedyFor } from '../remedy'
import { SIDE_TEXTS } from './card-texts'

/** @returns why a side of the card could not be used, which names the side: it may be said on a page of both */
export function sayUnread(say: ReturnType<typeof useSay>, side: CardSide, code: ErrorCode): string {
  const reason = say(ERRORS[code])
  const isPhotoAtFault = /^(CARD|IMAGE)_/.test(code) && remedyFor(code) !== 'new-card'
  return isPhotoAtFault ? say(SIDE_TEXTS[side].unread, { reason }) : reason
}
