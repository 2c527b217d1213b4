import type { CardGlyph } from '../card/card-line'
import LOOK_ALIKES from './look-alikes.json'

/** Signs that addresses have besides letters and digits. */
const ADDRESS_SIGN = /^[\p{L}\p{N}()（）#·.\-—–/、]$/u

/**
 * Whether a character may stand for another that the net does not know: it is believed only where the net is surer of it
 * than it ever was when it read it for a character outside of its dictionary (tests/bench/cards/find-look-alikes.ts).
 */
export function mayBeAnother({ character, probability }: CardGlyph): boolean {
  const surestWrong = (LOOK_ALIKES as Readonly<Record<string, number>>)[character]
  const isUnsure = surestWrong !== undefined && probability < (1 + surestWrong) / 2
  return isUnsure || !ADDRESS_SIGN.test(character)
}
