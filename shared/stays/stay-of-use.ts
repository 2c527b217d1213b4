import { digestText } from '../encoding/digest'

/**
 * The stay that a scanned hotel guest begins, unless the desk adds them to another: both sides know it although an answer is lost.
 *
 * @param useId of the check
 */
export function stayOfUse(useId: string): string {
  return digestText(`stay.${useId}`)
}
