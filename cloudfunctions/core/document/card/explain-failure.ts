import type { ErrorCode } from '@nansha/shared/errors'
import type { PhotoQuality } from './assess-photo'

export type RetakeCode = Extract<ErrorCode, `CARD_${string}`>

/** Limits for the whole photo, chosen between drawn shots that can be read and those that cannot. */
const DARK = 55
const GLARE_SHARE = 0.06
const FLAT_PRINT = 9
const SMALL_PRINT = 13
/** As many lines as a card has, even if not one of them can be read. */
const SEVERAL_LINES = 4

/**
 * Why a photo could not be read, as advice for the next one.
 *
 * @param captions captions of a card that were read
 */
export function explainFailure(quality: PhotoQuality, captions: number): RetakeCode {
  if (quality.brightness < DARK) return 'CARD_TOO_DARK'
  if (captions > 0 && quality.touchesEdge) return 'CARD_CUT_OFF'
  if (captions > 0 && quality.printHeight < SMALL_PRINT) return 'CARD_TOO_FAR'
  // Before glare: a white card in bright light is burnt out as well, but beside a reflection its print is crisp.
  if (quality.lines >= SEVERAL_LINES && quality.sharpness < FLAT_PRINT) return 'CARD_BLURRED'
  if (quality.burntOut > GLARE_SHARE) return 'CARD_GLARE'
  return captions > 0 ? 'CARD_BLURRED' : 'CARD_NOT_FOUND'
}
