import { randomBytes } from 'node:crypto'
import { publishStatusLists } from '@nansha/core/credential/publish-status-lists'
import type { Credential } from '@nansha/core/records/credentials'
import { STATUS_LISTS } from '@nansha/core/records/status-lists'
import { createBundle } from '@nansha/core/verify/create-bundle'
import { signPass } from '@nansha/core/wallet/passes/sign-pass'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { packPortrait, portraitDigest } from '@nansha/shared/pass/portrait-frame'
import { presentPass } from '@nansha/shared/pass/present-pass'
import { type PassFrames, verifyPass } from '@nansha/shared/pass/verify-pass'
import type { PassScenario } from '@nansha/shared/scenarios'
import { type TrustMemory, type VerifiedBundle, verifyBundle } from '@nansha/shared/trust/verify-bundle'
import { NOW } from './clock'
import { ISSUER, issuerSigner } from './issuer'
import { RESIDENT } from './person'
import { ANCHOR } from './trust'
import { CLERK, createWorld } from './world'

/** A drawn head of 48×60, WebP, with as many bytes after its end as make it as long as a grey photo. */
const HEAD =
  'UklGRmIAAABXRUJQVlA4IFYAAACwBQCdASowADwAPyVyslOuJiSit/xoAcAkiWkAzygw0Eu9IhERRsaAZSP+UWCF6mOSMXDUpugA/uwC8sZjasaYGBC3JZ3rh65gEAFZmnXZzDMAPllyAA=='
export const FACE = new Uint8Array(430).map((_, i) => (i * 73) % 251)
FACE.set(Buffer.from(HEAD, 'base64'))
export const MEMORY: TrustMemory = { ...ANCHOR, iss: null, signedTime: 0, listTimes: {} }

/** A deployment whose status lists are published, a phone with passes, and a companion with a fresh bundle. */
export async function createOfflineWorld() {
  const world = await createWorld()
  const publishing = {
    database: world.database.raw,
    vouched: world.database,
    now: world.ports.now,
    signer: issuerSigner,
    issuerUrl: ISSUER,
  }
  await world.database.in(STATUS_LISTS).put({ _id: '1', list: 1, open: true, token: null, publishedAt: null })

  const seconds = () => unixSeconds(world.clock.now)
  const download = async (ports = world.ports) => {
    await publishStatusLists(publishing)
    return createBundle(ports, CLERK)
  }
  const open = async (verify: VerifySignature = verifyWithNoble, memory = MEMORY) =>
    verifyBundle(await download(), memory, seconds(), verify)
  const pass = (
    changed: Partial<Parameters<typeof signPass>[2]> = {},
    credential: Credential = world.credential,
    signer = issuerSigner,
  ) =>
    signPass({ signer, issuerUrl: ISSUER, issuerId: 1, now: world.ports.now, randomBytes }, credential, {
      scenario: 'gate',
      exp: NOW + 86_400,
      unlock: 'pin',
      portraitDigest: portraitDigest(FACE),
      claims: { name: RESIDENT.name, id_number_last4: RESIDENT.id_number.slice(-4) },
      ...changed,
    })
  const frames = async (changed: Partial<Parameters<typeof presentPass>[0]> = {}): Promise<PassFrames> => ({
    proof: presentPass({
      key: world.key,
      pass: await pass(),
      scenario: 'gate',
      issuedAt: seconds(),
      ...changed,
    }),
    portrait: packPortrait(FACE),
  })
  const verify = (
    shown: PassFrames,
    bundle: VerifiedBundle,
    { scenario = 'gate' as PassScenario, now = seconds(), backend = verifyWithNoble as VerifySignature } = {},
  ) => verifyPass(shown, scenario, bundle, now, false, backend)

  return { ...world, download, open, pass, frames, verify }
}

export type OfflineWorld = Awaited<ReturnType<typeof createOfflineWorld>>
