import { randomBytes } from 'node:crypto'
import { createSigner } from '@nansha/core/crypto/signer'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import type { EnrolPorts } from '@nansha/core/enrol/enrol-ports'
import { openFilming } from '@nansha/core/enrol/open-filming'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import { createAskNetworkId } from '@nansha/core/registry/network-id'
import type { PopulationRegistry } from '@nansha/core/registry/population-registry'
import { withNetworkId } from '@nansha/core/registry/with-network-id'
import { CONSENT_VERSION, EnrolEvent } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createProofOfPossession } from '@nansha/shared/proof/create-proof-of-possession'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey, SAME_PERSON } from '../../support/enrol-ports'
import { RESIDENT_NUMBER, readSides } from '../../support/enrolled-citizen'
import { ISSUER } from '../../support/issuer'
import { serveNetworkIdGateway } from '../../support/network-id-gateway'

const alice = 'wxc:alice' as const
const person = { name: '李明', idNumber: RESIDENT_NUMBER }
const SELFIE = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1])
const AUTH = 'bmV0d29yayBJRA=='

let cloud: ReturnType<typeof createEnrolPorts>
let gateway: Awaited<ReturnType<typeof serveNetworkIdGateway>>
/** Registries that were asked. */
let asked: string[]
beforeEach(async () => {
  cloud = createEnrolPorts()
  asked = []
  const institution = newHolderKey()
  gateway = await serveNetworkIdGateway(institution.publicJwk, cloud.ports.now)
  const filming: PopulationRegistry = {
    name: 'wechat',
    assurance: 'platform-face',
    documents: ['resident-id-card'],
    capture: {
      open: async () => ({ verifyId: 'v', serial: randomBytes(16).toString('hex'), subject: 'x' }),
      query: () => expect.unreachable(),
    },
    compare: async ({ name }) => {
      asked.push('platform')
      return cloud.world.registry(name)
    },
  }
  const application = { orgId: '00000304', businessId: '0003' }
  const settings = {
    gatewayUrl: gateway.url,
    gatewayKey: gateway.publicJwk,
    application,
    issuerUrl: ISSUER,
    signer: createSigner(institution.privateKey, institution.publicJwk),
  }
  const ask = createAskNetworkId(settings, { ...cloud.ports, fetch })
  cloud.ports = { ...cloud.ports, registry: withNetworkId(filming, application, ask) }
})
afterEach(() => gateway.close())

const begin = () =>
  beginEnrolment(cloud.ports, alice, { action: 'begin', consent: { face: true, version: CONSENT_VERSION } })
const film = (enrolmentId: string) =>
  openFilming(cloud.ports, alice, { action: 'film', enrolmentId, ...person })

/** As the phone does it, up to what it submits. */
async function submission(changes: object = {}) {
  const begun = await begin()
  const files = {
    card: await readSides(cloud, alice, begun),
    selfie: await cloud.files.upload(begun.uploads.selfie, SELFIE),
  }
  if (begun.capture === 'platform') await film(begun.enrolmentId)
  const { enrolmentId, audience, nonce } = begun
  const issuedAt = unixSeconds(cloud.clock.now)
  const proof = createProofOfPossession({ key: newHolderKey(), audience, nonce, issuedAt })
  return { action: 'submit' as const, enrolmentId, ...person, files, proof, idCardAuthData: AUTH, ...changes }
}
const enrol = async (changes?: object) => submitEnrolment(cloud.ports, alice, await submission(changes))

it('an enrolment asks the phone for network ID with the serial of the filming', async () => {
  const { enrolmentId, networkId } = await begin()
  expect(networkId).toBe(true)
  const filming = await film(enrolmentId)
  const { serial } = filming.networkId ?? expect.unreachable()
  expect(filming).toEqual({ verifyId: 'v', networkId: { orgId: '00000304', businessId: '0003', serial } })
  expect(cloud.database.dump().enrolments).toMatchObject([{ session: { serial } }])
})

it('an enrolment proves a person whom filming and network ID confirm, and keeps nothing of the token', async () => {
  await enrol()
  expect(asked).toEqual(['platform'])
  expect(gateway.asked).toMatchObject([{ id_card_auth_data: AUTH, auth_mode: 'R03' }])
  expect(cloud.database.dump().citizens).toMatchObject([{ assurance: 'face+registry' }])
  expect(JSON.stringify(cloud.database.dump())).not.toContain(AUTH)
  expect(cloud.files.stored.size).toBe(0)
})

it.each([
  ['of somebody else', { passed: true, masked_name: '王*', masked_number: '440524********0014' }],
  ['whose face is another', { passed: false }],
])('a network ID %s is refused like every other refusal', async (_, says) => {
  gateway.says = says
  await expect(enrol()).rejects.toMatchObject({ code: 'PROOFING_RETRY', details: {} })
  await expect(enrol()).rejects.toMatchObject({ code: 'PROOFING_REFUSED', details: {} })
  expect(asked).toHaveLength(2)
})

it('a person whom the filming did not confirm is refused, whatever their network ID', async () => {
  cloud.world.registry = async () => 'refused'
  await expect(enrol()).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
})

it('a network ID gateway that is down decides nothing: the attempt is not counted', async () => {
  const { respond } = gateway
  gateway.respond = async () => 'hang'
  for (let tried = 0; tried < 4; tried++)
    await expect(enrol()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  gateway.respond = respond
  await expect(enrol()).resolves.toBeDefined()
})

it('no gateway is asked without a network ID token, nor with one where none is required', async () => {
  const missing = { code: 'INPUT_INVALID', details: { field: 'idCardAuthData' } }
  await expect(enrol({ idCardAuthData: undefined })).rejects.toMatchObject(missing)
  const { networkId, ...filming } = cloud.ports.registry
  cloud.ports = { ...cloud.ports, registry: filming }
  await expect(enrol()).rejects.toMatchObject(missing)
  expect([asked, gateway.asked]).toEqual([[], []])
})

it('a photo of somebody else, uploaded in place of the selfie that was compared, is shown to nobody', async () => {
  const matchFaces: EnrolPorts['matchFaces'] = async ([selfie]) => {
    const path = (selfie?.fileId ?? '').slice((await cloud.ports.storageRoot()).length)
    await cloud.files.upload(path, Buffer.concat([SELFIE, SELFIE]))
    return SAME_PERSON
  }
  cloud.ports = { ...cloud.ports, matchFaces }
  await expect(enrol()).rejects.toMatchObject({ code: 'LIVENESS_PERSON', details: { which: 'selfie' } })
  expect([asked, gateway.asked]).toEqual([[], []])
})

it('a network ID token is bounded in length and alphabet', async () => {
  const event = await submission()
  const isTaken = (idCardAuthData: string) => v.is(EnrolEvent, { ...event, idCardAuthData })
  expect(isTaken('A'.repeat(8192))).toBe(true)
  for (const text of ['', 'A'.repeat(8193), 'a b', 'a\n', '网证']) expect(isTaken(text), text).toBe(false)
})
