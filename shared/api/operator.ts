import * as v from 'valibot'
import { compactJws } from '../fields'

/**
 * What an operator's own key signed, in place of an event: accepted by the functions `organisation` and `enrol` from
 * whatever calls them (shared/operator-call).
 */
export const SignedCall = v.strictObject({ signed: compactJws })
export type SignedCall = v.InferOutput<typeof SignedCall>
