import * as v from 'valibot'
import { personName, residentNumber, shownText } from '../fields'

/**
 * Event of the function `enrol` from an operator with somebody on the telephone who lost the phone. Answers `{}`, whether
 * or not anything was frozen. It may be signed (shared/api/operator.ts).
 */
export const TelephoneEvent = v.strictObject({
  action: v.literal('telephone-freeze'),
  name: personName,
  idNumber: residentNumber,
  /** How the operator's books name the call; names nobody. */
  reference: shownText(64),
})
export type TelephoneEvent = v.InferOutput<typeof TelephoneEvent>
