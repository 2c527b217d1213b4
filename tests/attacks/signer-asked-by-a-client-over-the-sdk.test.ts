import { createRemoteSigner, signingKeyName } from '@nansha/core/clients/remote-signer'
import { createSigningRequest } from '@nansha/core/signing/signing-request'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NOW } from '../support/clock'
import { startTestCloud, type TestCloud } from '../support/cloud'

const head = { typ: 'nansha-log-head+jwt', payload: { iss: '', iat: NOW, size: 1, hash: 'A'.repeat(43) } }
const FORBIDDEN = { ok: false, code: 'CALLER_FORBIDDEN' }
const stolen = Buffer.alloc(32, 77)

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({
    signer: { [signingKeyName('sweep')]: stolen.toString('base64url') },
  })
})
afterAll(() => cloud.stop())

it('no citizen, clerk or operator reaches signer, with the right key of a caller or without', async () => {
  const request = createSigningRequest(stolen, 'sweep', [head], Date.now)
  for (const client of [cloud.citizen('thief'), cloud.staff('thief'), cloud.operator])
    for (const event of [{}, request])
      await expect(client.call('signer', event)).rejects.toThrow('PERMISSION_DENIED')
})

it('a function without the key of a signing caller has nothing signed', async () => {
  const { callFunction } = cloud.platform
  for (const key of [Buffer.alloc(32), Buffer.alloc(32, 1)])
    expect(
      await callFunction('signer', createSigningRequest(key, 'enrol', [head], Date.now), 1),
    ).toMatchObject(FORBIDDEN)
  for (const event of [{}, { caller: 'sweep' }, { caller: 'sweep', at: 0, asked: '[]', mac: 'A'.repeat(43) }])
    expect(await callFunction('signer', event, 1)).toMatchObject(FORBIDDEN)
})

it('the key by which one function asks signer does not speak for another', async () => {
  const environment = { [signingKeyName('enrol')]: stolen.toString('base64url') }
  const signer = createRemoteSigner(cloud.platform.callFunction, 'enrol', environment, Date.now)
  await expect(signer.sign(head.typ, head.payload)).rejects.toThrow('CALLER_FORBIDDEN')
})
