import { createRemoteSigner, signingKeyName } from '@nansha/core/clients/remote-signer'
import { createSigningRequest, openSigningRequest } from '@nansha/core/signing/signing-request'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { NOW } from '../support/issuer'
import { signingKey } from '../support/signing'

const head = { typ: 'nansha-log-head+jwt', payload: { iss: '', iat: NOW, size: 1, hash: 'A'.repeat(43) } }
const FORBIDDEN = { ok: false, code: 'CALLER_FORBIDDEN' }
const forbidden = expect.objectContaining({ code: 'CALLER_FORBIDDEN' })
const stolen = Buffer.alloc(32, 77)

describe('over the real SDK', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      signer: { [signingKeyName('sweep')]: stolen.toString('base64url') },
    })
  })
  afterAll(() => cloud.stop())

  it('no citizen, clerk or operator reaches the function, with the right key of a caller or without', async () => {
    const request = createSigningRequest(stolen, 'sweep', [head], Date.now)
    for (const client of [cloud.citizen('thief'), cloud.staff('thief'), cloud.operator])
      for (const event of [{}, request])
        await expect(client.call('signer', event)).rejects.toThrow('PERMISSION_DENIED')
  })

  it('a function without the key of a caller has nothing signed', async () => {
    const { callFunction } = cloud.platform
    for (const key of [Buffer.alloc(32), Buffer.alloc(32, 1)])
      expect(
        await callFunction('signer', createSigningRequest(key, 'enrol', [head], Date.now)),
      ).toMatchObject(FORBIDDEN)
    for (const event of [
      {},
      { caller: 'sweep' },
      { caller: 'sweep', at: 0, asked: '[]', mac: 'A'.repeat(43) },
    ])
      expect(await callFunction('signer', event)).toMatchObject(FORBIDDEN)
  })

  it('and the key of one caller does not speak for another', async () => {
    const environment = { [signingKeyName('enrol')]: stolen.toString('base64url') }
    const signer = createRemoteSigner(cloud.platform.callFunction, 'enrol', environment, Date.now)
    await expect(signer.sign(head.typ, head.payload)).rejects.toThrow('CALLER_FORBIDDEN')
  })
})

describe('a request that was changed on its way', () => {
  const keys = {
    enrol: signingKey('enrol'),
    wallet: signingKey('wallet'),
    verify: signingKey('verify'),
    sweep: signingKey('sweep'),
  }
  const open = (event: unknown, at = NOW) => openSigningRequest(keys, event, () => at)
  const request = createSigningRequest(keys.sweep, 'sweep', [head], () => NOW)

  it('(unchanged, it is opened, also with what the platform adds)', () => {
    expect(open({ ...request, userInfo: { openId: 'x' } })).toEqual({ caller: 'sweep', messages: [head] })
  })

  it.each([
    ['the caller', { caller: 'enrol' }],
    ['the time', { at: NOW + 1 }],
    ['the messages', { asked: JSON.stringify([{ ...head, payload: {} }]) }],
    ['the proof', { mac: `B${request.mac.slice(1)}` }],
    ['the proof, cut', { mac: request.mac.slice(1) }],
  ])('in %s, is refused', (_what, change) => {
    expect(() => open({ ...request, ...change })).toThrow(forbidden)
  })

  it('or kept for more than a minute, is refused', () => {
    expect(() => open(request, NOW + 60_000)).not.toThrow()
    expect(() => open(request, NOW + 60_001)).toThrow(forbidden)
    expect(() => open(request, NOW - 60_001)).toThrow(forbidden)
  })

  it('or asks for too much at once, is refused', () => {
    const ask = (count: number) =>
      open(createSigningRequest(keys.sweep, 'sweep', Array(count).fill(head), () => NOW))
    expect(() => ask(16)).not.toThrow()
    expect(() => ask(17)).toThrow(forbidden)
    expect(() => ask(0)).toThrow(forbidden)
  })
})
