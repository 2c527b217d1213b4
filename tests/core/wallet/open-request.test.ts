import { CREDENTIALS } from '@nansha/core/records/credentials'
import { sweep } from '@nansha/core/sweep/sweep'
import { openRequest } from '@nansha/core/wallet/open-request'
import { beforeEach, expect, it } from 'vitest'
import { createEnrolPorts } from '#support/enrol-ports'
import { enrolCitizen, signRequest } from '#support/enrolled-citizen'

const alice = 'wxc:alice' as const
let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
beforeEach(async () => {
  cloud = createEnrolPorts()
  key = (await enrolCitizen(cloud, alice)).key
})
const open = (request: string) => openRequest(cloud.ports, alice, request)
const sign = (changes = {}) => signRequest(key, { action: 'status' }, cloud.clock.now, changes)

it('a request is remembered until its window has passed, whenever it was carried out and swept', async () => {
  const issuedAt = cloud.clock.now / 1000 + 60
  const request = sign({ issuedAt })
  await open(request)
  for (const now of [issuedAt, issuedAt + 119, issuedAt + 120]) {
    cloud.clock.now = now * 1000
    await sweep(cloud.ports)
    await expect(open(request)).rejects.toMatchObject({ code: 'REQUEST_REPLAYED' })
  }
  cloud.clock.now += 1000
  await expect(open(request)).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
})

it('a request is carried out from a minute before its time to two after it', async () => {
  const now = cloud.clock.now / 1000
  for (const issuedAt of [now + 60, now - 120]) await expect(open(sign({ issuedAt }))).resolves.toBeDefined()
  for (const issuedAt of [now + 61, now - 121])
    await expect(open(sign({ issuedAt }))).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
})

it('a request says when the phone was last seen, which makes another one wait', async () => {
  cloud.clock.now += 5000
  await open(sign())
  expect(cloud.database.dump().devices).toMatchObject([{ lastSeenAt: new Date(cloud.clock.now) }])
})

it('a request whose credential is gone is answered like one of a phone that was never bound', async () => {
  const [credential] = cloud.database.dump().credentials ?? []
  await cloud.database.in(CREDENTIALS).remove(credential?._id ?? '')
  await expect(open(sign())).rejects.toMatchObject({ code: 'CREDENTIAL_NONE' })
})

it('an opened request names the phone, its credential, what is asked, and itself', async () => {
  const [credential] = cloud.database.dump().credentials ?? []
  const requestId = 'A'.repeat(22)
  const { device, ...opened } = await open(sign({ requestId }))
  expect(device).toMatchObject({ account: alice, publicJwk: key.publicJwk })
  expect(opened).toEqual({ credential, action: { action: 'status' }, requestId })
})
