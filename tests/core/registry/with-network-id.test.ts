import type { RegistryDecision } from '@nansha/core/records/decisions'
import type { NetworkIdClaim } from '@nansha/core/registry/network-id'
import type { PopulationRegistry } from '@nansha/core/registry/population-registry'
import { withNetworkId } from '@nansha/core/registry/with-network-id'
import { NanshaError } from '@nansha/shared/errors'
import { beforeEach, expect, it } from 'vitest'

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
const applicant = {
  name: '李明',
  idNumber: '11010519491231002X',
  account: { appId: 'wxc', openId: 'alice' },
  photos: { all: [{ fileId: 'selfie', digest: 'd' }], shown: async () => JPEG },
  session: { verifyId: 'v', serial: 'c0ffee', subject: 'x' },
  idCardAuthData: 'from the app',
  document: 'resident-id-card' as const,
}

type Answer = RegistryDecision | 'silent'
let asked: string[]
let claims: NetworkIdClaim[]
beforeEach(() => {
  asked = []
  claims = []
})

function registryOf(filmed: Answer, identified: Answer): PopulationRegistry {
  const answer = async (who: string, decision: Answer) => {
    asked.push(who)
    if (decision === 'silent') throw new NanshaError('SERVICE_UNAVAILABLE')
    return decision
  }
  const filming = {
    name: 'wechat',
    assurance: 'platform-face',
    documents: ['resident-id-card'],
    capture: { open: () => expect.unreachable(), query: () => expect.unreachable() },
    compare: () => answer('platform', filmed),
  } as const
  return withNetworkId(filming, { orgId: 'o', businessId: 'b' }, (claim) => {
    claims.push(claim)
    return answer('network ID', identified)
  })
}

it.each([
  ['confirmed', 'confirmed', 'confirmed'],
  ['confirmed', 'refused', 'refused'],
  ['refused', 'confirmed', 'refused'],
  ['unsure', 'confirmed', 'unsure'],
  ['unsure', 'refused', 'refused'],
  ['refused', 'refused', 'refused'],
] as const)(
  'the registry with network ID, platform %s and network ID %s: %s, and both were asked',
  async (filmed, identified, together) => {
    expect(await registryOf(filmed, identified).compare(applicant)).toBe(together)
    expect(asked).toEqual(['platform', 'network ID'])
  },
)

it('the registry with network ID tells nothing of what one has said when the other did not answer', async () => {
  for (const said of ['confirmed', 'refused'] as const) {
    for (const registry of [registryOf(said, 'silent'), registryOf('silent', said)]) {
      await expect(registry.compare(applicant)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    }
  }
})

it('the registry with network ID shows the gateway the photo that desks will see, under the serial of the session', async () => {
  const registry = registryOf('confirmed', 'confirmed')
  expect(registry.assurance).toBe('face+registry')
  await registry.compare(applicant)
  const { account, photos, session, document, ...claim } = applicant
  expect(claims).toEqual([{ ...claim, serial: 'c0ffee', photo: JPEG }])
})

it('the registry with network ID asks nobody without a session or a credential, or with a photo that nobody takes', async () => {
  const registry = registryOf('confirmed', 'confirmed')
  expect(await registry.compare({ ...applicant, session: null })).toBe('refused')
  expect(await registry.compare({ ...applicant, idCardAuthData: null })).toBe('refused')
  const photos = { ...applicant.photos, shown: async () => Buffer.from('RIFF....WEBP') }
  await expect(registry.compare({ ...applicant, photos })).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' })
  expect(asked).toEqual([])
})
