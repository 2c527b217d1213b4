import { encodeUtf8 } from '../encoding/utf8'

/** HPKE's `info`: what is sealed here opens as nothing else. */
export const SEAL_INFO = encodeUtf8('nansha-guest+1')

/** Where sealed fields belong, so that they cannot be shown as another guest's, another stay's or another version's. */
export interface SealPlace {
  /** `iss` of the deployment. */
  readonly issuer: string
  readonly organisation: string
  readonly stay: string
  readonly guest: string
  readonly version: number
  readonly field: 'fields' | 'duties'
}

/** HPKE's `aad`. JSON, because joining with a separator would let two places pass for one another. */
export function sealBinding({ issuer, organisation, stay, guest, version, field }: SealPlace): Uint8Array {
  return encodeUtf8(JSON.stringify([issuer, organisation, stay, guest, version, field]))
}
