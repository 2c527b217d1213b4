import {
  CREDENTIAL_TYPES,
  type CredentialClaim,
  type CredentialTypeName,
} from '@nansha/shared/credential-types'

type Words = { readonly zh: string; readonly en: string }

/** @param name of a claim, as `pathName` writes it. @param type whose claim it is. @returns what it is called, or the name itself where this version knows none */
export function claimTitle(name: string, type: CredentialTypeName = 'resident-id'): Words {
  const claims: readonly CredentialClaim[] = CREDENTIAL_TYPES[type].claims
  const known = claims.find(({ path }) => path.join('.') === name)
  return known?.title ?? { zh: name, en: name }
}

/** @returns the titles in one line */
export function listTitles(names: readonly string[], say: (text: Words) => string): string {
  return names.map((name) => say(claimTitle(name))).join(say({ zh: '、', en: ', ' }))
}
