import type { Walk } from './walk'
import { walkFailures, walkHolder, walkNewcomer } from './walk-citizen'
import { walkBank, walkDispute, walkDocument, walkHall, walkHotel } from './walk-desk'

/** Every way through the screens, by name; the last one freezes the holder's identity. */
export const WALKS: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  newcomer: walkNewcomer,
  holder: walkHolder,
  failures: walkFailures,
  hotel: walkHotel,
  document: walkDocument,
  bank: walkBank,
  hall: walkHall,
  dispute: walkDispute,
}
