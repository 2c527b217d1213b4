import { createAsk } from '@nansha/kit/cloud/ask'
import { createClockOffset } from '@nansha/shared/clock/clock-offset'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { describe, expect, test } from 'vitest'
import { createWalletClient } from '#citizen/wallet/wallet-client'
import { NOW_MS } from '#support/clock'

const SERVER = NOW_MS
const key = createHolderKey(new Uint8Array(48).fill(7))

/** A server that refuses requests more than a minute off, and a phone whose clock is `skew` off. */
function phone(skew: number) {
  const requests: Record<string, unknown>[] = []
  const deviceNow = () => SERVER + skew
  const clock = createClockOffset(deviceNow)
  const ask = createAsk(
    async (_name, event) => {
      const payload = decodeJws((event as { request: string }).request)?.payload ?? {}
      requests.push({ ...payload })
      return Math.abs(Number(payload.iat) * 1000 - SERVER) > 60_000
        ? { ok: false, serverTime: SERVER, code: 'REQUEST_INVALID' }
        : { ok: true, serverTime: SERVER, status: 'valid', numberLocked: false }
    },
    clock,
    deviceNow,
  )
  let serial = 0
  const client = createWalletClient({
    ask,
    now: clock.now,
    randomBytes: async (length) => new Uint8Array(length).fill(serial++),
    holder: async () => ({ key, issuer: 'https://id.example' }),
  })
  return { client, requests }
}

describe('createWalletClient', () => {
  test('signs what it asks, for this issuer and once', async () => {
    const { client, requests } = phone(0)
    expect(await client.fetchStatus()).toMatchObject({ status: 'valid' })
    expect(requests).toEqual([
      { aud: 'https://id.example', iat: SERVER / 1000, jti: 'AAAAAAAAAAAAAAAAAAAAAA', action: 'status' },
    ])
  })

  test('a phone two days off corrects its clock by the first answer and asks again', async () => {
    const { client, requests } = phone(-172_800_000)
    expect(await client.fetchStatus()).toMatchObject({ status: 'valid' })
    expect(requests.map(({ iat }) => iat)).toEqual([SERVER / 1000 - 172_800, SERVER / 1000])
    expect(requests[0]?.jti).not.toBe(requests[1]?.jti)
  })
})

test('createWalletClient does not repeat a request refused at the right time', async () => {
  let calls = 0
  const deviceNow = () => SERVER
  const clock = createClockOffset(deviceNow)
  const ask = createAsk(
    async () => {
      calls++
      return { ok: false, serverTime: SERVER, code: 'REQUEST_INVALID' }
    },
    clock,
    deviceNow,
  )
  const client = createWalletClient({
    ask,
    now: clock.now,
    randomBytes: async (length) => new Uint8Array(length),
    holder: async () => ({ key, issuer: 'https://id.example' }),
  })
  await expect(client.fetchHistory()).rejects.toMatchObject({ code: 'REQUEST_INVALID' })
  expect(calls).toBe(1)
})
