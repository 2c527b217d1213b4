import { createSigningRequest, openSigningRequest } from '@nansha/core/signing/signing-request'
import { describe, expect, it } from 'vitest'
import { NOW } from '../support/clock'

import { signingKey } from '../support/signing'

const head = { typ: 'nansha-log-head+jwt', payload: { iss: '', iat: NOW, size: 1, hash: 'A'.repeat(43) } }
const forbidden = expect.objectContaining({ code: 'CALLER_FORBIDDEN' })

describe('a signing request that was changed on its way', () => {
  const keys = {
    enrol: signingKey('enrol'),
    wallet: signingKey('wallet'),
    verify: signingKey('verify'),
    sweep: signingKey('sweep'),
    issue: signingKey('issue'),
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
