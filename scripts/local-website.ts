import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { clientIdOf, type RelyingParty, readTrustList } from '@nansha/relying-party'
import { DAY_SECONDS, unixSeconds } from '@nansha/shared/clock/durations'
import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { Registrant } from '@nansha/shared/openid4vp/registration'
import { createCertificate } from '@nansha/shared/x509/create-certificate'
import * as v from 'valibot'
import { createDevelopmentCall } from '#demo/development-client'
import { OPERATOR } from './local-environment'
import { LOCAL_ACCESS_AUTHORITY, LOCAL_ROOTS } from './local-roots'

const Kept = v.object({
  privateKey: v.string(),
  publicJwk: EcPublicJwk,
  /** DER in base64, and until when it is used, Unix seconds. */
  certificate: v.string(),
  renewAt: v.number(),
})
/** The key of a website on this machine, and its certificate. */
export type LocalWebsite = v.InferOutput<typeof Kept>

/**
 * The key and certificate that a file keeps, or new ones of the local access authority.
 *
 * @param organisation as citizens read it in Chinese
 */
export async function certifyLocally(
  file: string,
  domain: string,
  organisation: string,
): Promise<LocalWebsite> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  const kept = v.safeParse(Kept, JSON.parse(text))
  const now = unixSeconds(Date.now())
  if (kept.success && kept.output.renewAt > now) return kept.output
  const key = createHolderKey(randomBytes(48))
  const certificate = createCertificate(LOCAL_ACCESS_AUTHORITY, {
    serial: Uint8Array.of(1, ...randomBytes(15)),
    subject: { commonName: domain, organisation },
    publicJwk: key.publicJwk,
    notBefore: now - DAY_SECONDS,
    notAfter: now + 60 * DAY_SECONDS,
    domains: [domain],
  })
  const made: LocalWebsite = {
    ...key,
    certificate: encodeBase64(certificate),
    renewAt: now + 30 * DAY_SECONDS,
  }
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600 })
  return made
}

/** As the function `organisation` takes it, which checks it. */
type Registering = { readonly [Field in keyof Registrant]: unknown } & {
  readonly domains: readonly string[]
  readonly certificate: string
}

/** Puts a website on the register of a cloud on this machine. @returns its `client_id`. @throws Error with the code of a refusal */
export async function registerLocally(registrant: Registering, cloudUrl: string): Promise<string> {
  const call = createDevelopmentCall(cloudUrl)
  const answer = await call(OPERATOR, 'organisation', { action: 'register-relying-party', registrant })
  if (!answer.ok) throw new Error(`Registering ${registrant.domains[0]} failed: ${answer.code}`)
  return clientIdOf(registrant.certificate)
}

/** What the kit needs to ask a cloud on this machine, but for the website's own addresses. */
export function outfit(
  { privateKey, publicJwk, certificate }: LocalWebsite,
  cloudUrl: string,
): Omit<RelyingParty, 'requestUri' | 'responseUri'> {
  const roots = LOCAL_ROOTS.map((root) => root.publicJwk)
  const fetchText = async (address: string) => {
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${address} answered ${response.status}.`)
    return response.text()
  }
  return {
    key: { ...publicJwk, d: privateKey },
    certificate,
    walletLink: `${cloudUrl}/vp/`,
    issuers: async () => readTrustList(await fetchText(`${cloudUrl}/trust/trust-list`), roots, Date.now()),
    // The issuer's name is dialled by nobody on this machine: what it serves lies under the cloud's own address.
    fetchStatusList: (uri) => fetchText(`${cloudUrl}/trust${new URL(uri).pathname.replace(/^\/trust/, '')}`),
    now: Date.now,
    assurances: ['specimen', 'guided-face', 'platform-face', 'face+registry', 'in-person'],
  }
}
