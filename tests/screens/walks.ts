import type { Walk } from './walk'
import { walkFailures, walkHolder, walkNewcomer } from './walk-citizen'
import { walkBank, walkDispute, walkHall, walkHotel } from './walk-desk'
import { walkFamily } from './walk-family'

/** Every way through the screens, by name; the last one freezes the holder's identity. */
export const WALKS: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  newcomer: walkNewcomer,
  holder: walkHolder,
  failures: walkFailures,
  hotel: walkHotel,
  bank: walkBank,
  hall: walkHall,
  family: walkFamily,
  dispute: walkDispute,
}
