import { createJws } from '@nansha/shared/jws/create-jws'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { bindToKey } from '@nansha/shared/sd-jwt/create-key-binding'
import { verifyCredential } from '@nansha/shared/sd-jwt/verify-credential'
import type { TrustList } from '@nansha/shared/trust/trust-list'
import { NOW } from './clock'
import { ISSUER } from './issuer'
import { BACKENDS, holderKey } from './keys'
import { TRUST_LIST } from './trust'

/** The issuer's key, for attackers who can make the issuer sign, or who pretend to be it. */
export const ISSUER_KEY = holderKey(200)
export const HOLDER = holderKey()
const BINDING = { audience: 'https://verifier.example', nonce: 'n-0S6_WzA2Mj' }

export const PAYLOAD = {
  iss: ISSUER,
  vct: `${ISSUER}/types/resident-id`,
  iat: NOW,
  nbf: NOW,
  exp: NOW + 1000,
  cnf: { jwk: HOLDER.publicJwk },
  status: { status_list: { idx: 1, uri: `${ISSUER}/status/1` } },
  assurance: 'face+registry',
}

/** Signs a credential with members changed by an attacker; `undefined` leaves a member out. */
export function forge({
  header = {},
  payload = {},
  signer = ISSUER_KEY,
}: {
  header?: object
  payload?: object
  signer?: HolderKey
} = {}): string {
  return createJws(
    signer.privateKey,
    { typ: 'dc+sd-jwt', kid: keyThumbprint(signer.publicJwk), ...header },
    { ...PAYLOAD, ...payload },
  )
}

/** Presents a credential with its disclosures, by default with the right key and as expected. */
export function present(
  jws: string,
  disclosures: string[] = [],
  changed: Partial<Parameters<typeof bindToKey>[1]> = {},
) {
  const sdJwt = `${[jws, ...disclosures].join('~')}~`
  return bindToKey(sdJwt, { key: HOLDER, ...BINDING, issuedAt: NOW, ...changed })
}

/** What both back ends make of a presentation: `accepted`, or `CODE` with the check that failed behind a slash. */
export async function outcomes(text: string, trust: TrustList = TRUST_LIST, now = NOW): Promise<string[]> {
  return [...new Set(await Promise.all(BACKENDS.map(({ verify }) => outcome(text, trust, now, verify))))]
}

async function outcome(
  text: string,
  trust: TrustList,
  now: number,
  verify: VerifySignature,
): Promise<string> {
  const expected = {
    audience: BINDING.audience,
    nonce: ({ nonce }: { nonce?: unknown }) => nonce === BINDING.nonce,
    window: { before: 10, after: 35 },
  }
  try {
    await verifyCredential(text, trust, expected, now, verify)
    return 'accepted'
  } catch (error) {
    const { code, details } = error as { code?: string; details?: { check?: string } }
    if (!code) throw error
    return details?.check ? `${code}/${details.check}` : code
  }
}

export const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
