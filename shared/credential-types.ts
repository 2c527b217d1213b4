import { CLAIM_LABELS } from './claim-labels'
import type { ClaimName } from './claims'
import { DAY_MS } from './clock/durations'

/** A credential is renewed, without its holder's doing anything, in the last thirty days before it ends. */
export const RENEWABLE_MS = 30 * DAY_MS

/** What a type of credential is: data, so that a new one needs no code. */
export interface CredentialType {
  readonly title: { readonly zh: string; readonly en: string }
  /** Days from issuance to `exp`. */
  readonly validDays: number
  /** Whether the holder discloses claim by claim, or all of it as it is. */
  readonly disclosure: 'selective' | 'whole'
  /** Paths of the claims, with their display names. */
  readonly claims: readonly CredentialClaim[]
}

export interface CredentialClaim {
  readonly path: readonly [string] | readonly [string, string]
  readonly title: { readonly zh: string; readonly en: string }
}

const claim = (path: CredentialClaim['path'], zh: string, en: string): CredentialClaim => ({
  path,
  title: { zh, en },
})

/** A claim that screens show too, under the same name. */
const shown = (name: ClaimName, path: CredentialClaim['path'] = [name]): CredentialClaim => ({
  path,
  title: CLAIM_LABELS[name],
})

export const CREDENTIAL_TYPES = {
  'resident-id': {
    title: { zh: '居民身份证', en: 'Resident identity card' },
    validDays: 365,
    disclosure: 'selective',
    claims: [
      shown('name'),
      shown('id_number'),
      shown('id_number_last4'),
      shown('sex'),
      shown('ethnicity'),
      shown('birthdate'),
      shown('address', ['address', 'formatted']),
      shown('card_validity'),
      claim(['pairwise_id'], '网站专用编号', 'Identifier for this website'),
      claim(['age_equal_or_over', '14'], '年满14周岁', 'Aged 14 or over'),
      claim(['age_equal_or_over', '18'], '年满18周岁', 'Aged 18 or over'),
      claim(['age_equal_or_over', '60'], '年满60周岁', 'Aged 60 or over'),
    ],
  },
  'driving-licence': {
    title: { zh: '机动车驾驶证', en: 'Driving licence' },
    validDays: 365,
    disclosure: 'selective',
    claims: [
      shown('name'),
      claim(['document_number'], '证号', 'Licence number'),
      claim(['driving_privileges'], '准驾车型', 'Vehicle classes'),
      claim(['issue_date'], '初次领证日期', 'First issued'),
      claim(['expiry_date'], '有效期至', 'Valid until'),
    ],
  },
  'social-security-card': {
    title: { zh: '社会保障卡', en: 'Social security card' },
    validDays: 365,
    disclosure: 'selective',
    claims: [
      shown('name'),
      claim(['document_number'], '社会保障号码', 'Social security number'),
      claim(['issuing_authority'], '发卡机构', 'Issued by'),
      claim(['expiry_date'], '有效期至', 'Valid until'),
    ],
  },
  'gate-pass': {
    title: { zh: '通行凭证', en: 'Gate pass' },
    validDays: 1,
    disclosure: 'whole',
    claims: [
      shown('name'),
      shown('id_number_last4'),
      claim(['portrait_digest'], '照片摘要', 'Digest of the portrait'),
    ],
  },
  'age-pass': {
    title: { zh: '年龄凭证', en: 'Age pass' },
    validDays: 1,
    disclosure: 'whole',
    claims: [
      claim(['age_equal_or_over', '18'], '年满18周岁', 'Aged 18 or over'),
      claim(['portrait_digest'], '照片摘要', 'Digest of the portrait'),
    ],
  },
} as const satisfies Readonly<Record<string, CredentialType>>

export type CredentialTypeName = keyof typeof CREDENTIAL_TYPES

/** `vct` of a type (draft-ietf-oauth-sd-jwt-vc §3.2.2.1): the address of its type metadata. */
export function vctOf(issuerUrl: string, type: CredentialTypeName): string {
  return `${issuerUrl}/types/${type}`
}

/** @returns the type that a `vct` of this issuer names, or `undefined` */
export function typeOfVct(issuerUrl: string, vct: unknown): CredentialTypeName | undefined {
  const names = Object.keys(CREDENTIAL_TYPES) as CredentialTypeName[]
  return names.find((name) => vctOf(issuerUrl, name) === vct)
}
