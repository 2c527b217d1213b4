import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type RelyingParty, readTrustList } from '@nansha/relying-party'
import { DAY_SECONDS, unixSeconds } from '@nansha/shared/clock/durations'
import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { createCertificate } from '@nansha/shared/x509/create-certificate'
import { setGlobalConfig } from '@openid4vc/oauth2'
import * as v from 'valibot'
import { createDevelopmentCall } from '#demo/development-client'
import { PORTALS, type Portal } from '../web/portal/portals'
import { type RunningPortal, servePortal } from '../web/portal/serve-portal'
import { OPERATOR } from './local-environment'
import { LOCAL_ACCESS_AUTHORITY, LOCAL_ROOTS } from './local-roots'

const Kept = v.object({
  privateKey: v.string(),
  publicJwk: EcPublicJwk,
  /** DER in base64, and until when it is used, Unix seconds. */
  certificate: v.string(),
  renewAt: v.number(),
})
type Kept = v.InferOutput<typeof Kept>

export interface RunningPortals {
  readonly portals: readonly { readonly id: Portal['id']; readonly url: string }[]
  close(): Promise<void>
}

/**
 * Starts the specimen websites beside a cloud on this machine: each with a key of its own in `<dataDir>/portals`, a certificate of the
 * local access authority, and an entry in the cloud's register.
 *
 * @param cloudUrl the running local cloud
 * @param cloudPort the websites take the ports behind it where they are free; 0 takes any
 */
export async function startPortals(
  cloudUrl: string,
  dataDir: string,
  cloudPort: number,
): Promise<RunningPortals> {
  // The library refuses plain HTTP otherwise; on this machine there is nothing else.
  setGlobalConfig({ allowInsecureUrls: true })
  const running: (RunningPortal & Pick<Portal, 'id'>)[] = []
  for (const [at, portal] of PORTALS.entries()) {
    const kept = await keyOf(portal, dataDir)
    await register(portal, kept, cloudUrl)
    const serve = (port: number) =>
      servePortal(portal, port, (addresses) => ({ ...addresses, ...outfit(kept, cloudUrl) }))
    const served = await serve(cloudPort && cloudPort + 1 + at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error
      return serve(0)
    })
    running.push({ id: portal.id, ...served })
  }
  return {
    portals: running.map(({ id, url }) => ({ id, url })),
    close: async () => void (await Promise.all(running.map((one) => one.close()))),
  }
}

function outfit(
  { privateKey, publicJwk, certificate }: Kept,
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

async function register(
  { organisation, domain, contact, purpose }: Portal,
  { certificate }: Kept,
  cloudUrl: string,
): Promise<void> {
  const registrant = { organisation, domains: [domain], certificate, contact, purposes: [purpose] }
  const call = createDevelopmentCall(cloudUrl)
  const answer = await call(OPERATOR, 'organisation', { action: 'register-relying-party', registrant })
  if (!answer.ok) throw new Error(`Registering ${domain} failed: ${answer.code}`)
}

async function keyOf(portal: Portal, dataDir: string): Promise<Kept> {
  const file = path.join(dataDir, 'portals', `${portal.id}.json`)
  const text = await readFile(file, 'utf8').catch(() => '{}')
  const kept = v.safeParse(Kept, JSON.parse(text))
  const now = unixSeconds(Date.now())
  if (kept.success && kept.output.renewAt > now) return kept.output
  const key = createHolderKey(randomBytes(48))
  const certificate = createCertificate(LOCAL_ACCESS_AUTHORITY, {
    serial: Uint8Array.of(1, ...randomBytes(15)),
    subject: { commonName: portal.domain, organisation: portal.organisation.zh },
    publicJwk: key.publicJwk,
    notBefore: now - DAY_SECONDS,
    notAfter: now + 60 * DAY_SECONDS,
    domains: [portal.domain],
  })
  const made: Kept = { ...key, certificate: encodeBase64(certificate), renewAt: now + 30 * DAY_SECONDS }
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600 })
  return made
}
