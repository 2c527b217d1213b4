import { createLogSigner } from '@nansha/core/crypto/log-signer'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { formatVerifierKey } from '@nansha/shared/log/verifier-key'
import { TrustList } from '@nansha/shared/trust/trust-list'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { logSigner } from '../miniprogram/citizen/support/deployment'
import { contradiction, createLogPhone } from '../miniprogram/citizen/support/log-phone'
import { forgeLog } from '../support/log'
import { TRUST_LIST } from '../support/trust'

const other = createLogSigner('other.example/log', new Uint8Array(32).fill(77))

it('a checkpoint that another issuer signs, under its own name or under ours, is none', async () => {
  const phone = await createLogPhone()
  const now = unixSeconds(phone.deployment.clock.now)
  const entries = [phone.ownEntry()]
  const named = {
    ...other,
    signCheckpoint: createLogSigner(logSigner.origin, new Uint8Array(32).fill(77)).signCheckpoint,
  }
  for (const signer of [other, named]) {
    phone.deployment.logDatabase = await forgeLog(entries, now, signer)
    await expect(phone.look()).rejects.toEqual(contradiction('HEAD'))
  }
})

it('a checkpoint of an issuer that the trust list names speaks for its own log alone', async () => {
  const phone = await createLogPhone()
  const trust = await phone.ports.trust.read()
  const [own] = trust.issuers
  if (!own) throw new Error('no issuer')
  const neighbour = {
    ...own,
    id: 2,
    iss: 'https://other.example',
    logKeys: other.keys.map(formatVerifierKey),
  }
  const both = { ...trust, issuers: [own, neighbour] }
  Object.assign(phone.ports, { trust: { ...phone.ports.trust, read: async () => both } })
  const now = Math.floor(phone.deployment.clock.now / 1000)
  phone.deployment.logDatabase = await forgeLog([phone.ownEntry()], now, other)
  await expect(phone.look()).rejects.toEqual(contradiction('HEAD'))
  phone.deployment.logDatabase = await forgeLog([phone.ownEntry()], now, logSigner)
  expect((await phone.look()).issuances).toHaveLength(1)
})

it('a trust list that gives an issuer the log key of another name is refused', () => {
  const [issuer] = TRUST_LIST.issuers
  const issuers = [{ ...issuer, logKeys: other.keys.map(formatVerifierKey) }]
  expect(v.is(TrustList, { ...TRUST_LIST, issuers })).toBe(false)
  expect(v.is(TrustList, TRUST_LIST)).toBe(true)
})
