import { type BlindIndex, createBlindIndex } from '../crypto/blind-index'
import { createEnvelopes, type Envelopes } from '../crypto/envelope'
import { createRecordMac, type RecordMac } from '../crypto/record-mac'
import { secretKey } from '../crypto/secret-key'

/** The keys under which a function keeps records. It has no more of them than its collections need. */
export interface RecordKeys {
  /** Derives references, so that what belongs together cannot be told without it. */
  readonly reference?: BlindIndex
  /** Seal fields: `data` those of citizens, `pin` what unlocks a phone, `guest` what a hotel keeps of its guests. */
  readonly data?: Envelopes
  readonly pin?: Envelopes
  readonly guest?: Envelopes
  /** Vouch for records: `record` those of citizens, `staff` those of organisations, `stay` those of hotels' stays. */
  readonly record?: RecordMac
  readonly staff?: RecordMac
  readonly stay?: RecordMac
}

const MAKE = {
  reference: createBlindIndex,
  data: createEnvelopes,
  pin: createEnvelopes,
  guest: createEnvelopes,
  record: createRecordMac,
  staff: createRecordMac,
  stay: createRecordMac,
} satisfies { [Name in keyof RecordKeys]-?: (key: Uint8Array) => RecordKeys[Name] }

/** All of them, for whoever makes a deployment's keys or opens all of its records. */
export const RECORD_KEY_NAMES = Object.keys(MAKE) as readonly (keyof RecordKeys)[]

/**
 * Reads the named keys: `reference` from `NANSHA_REFERENCE_KEY`, and so on.
 *
 * @throws Error that names the variable which is missing or wrong, never its value
 */
export function readRecordKeys<Name extends keyof RecordKeys>(
  environment: NodeJS.ProcessEnv,
  names: readonly Name[],
): Required<Pick<RecordKeys, Name>> {
  const keys = names.map((name) => [name, MAKE[name](secretKey(environment, variableOf(name)))])
  return Object.fromEntries(keys)
}

/** @throws TypeError when records of the collection take a key that this function does not have */
export function requireKey<Name extends keyof RecordKeys>(
  keys: RecordKeys,
  name: Name,
  collection: string,
): NonNullable<RecordKeys[Name]> {
  const key = keys[name]
  if (key === undefined)
    throw new TypeError(`Records of ${collection} take the ${name} key, which is not here.`)
  return key
}

function variableOf(name: keyof RecordKeys): string {
  return `NANSHA_${name.toUpperCase()}_KEY`
}
