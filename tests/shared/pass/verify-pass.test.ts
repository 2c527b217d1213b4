import { signedNow } from '@nansha/shared/clock/signed-now'
import { describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { BACKENDS } from '../../support/keys'
import { createOfflineWorld, FACE } from '../../support/offline-world'
import { RESIDENT } from '../../support/person'

describe.each(BACKENDS)('a pass without network, with $name', ({ verify: backend }) => {
  it('is accepted with its portrait', async () => {
    const world = await createOfflineWorld()
    const bundle = await world.open(backend)
    world.clock.now += 3_600_000
    expect(await world.verify(await world.frames(), bundle, { backend })).toEqual({
      verdict: 'accept',
      scenario: 'gate',
      claims: { name: RESIDENT.name, id_number_last4: '002X' },
      portrait: FACE,
      unlock: 'pin',
      passId: expect.stringMatching(/^[\w-]{43}$/),
      dataAge: 3600,
    })
  })

  it('is only to be checked without it', async () => {
    const world = await createOfflineWorld()
    const { proof } = await world.frames()
    expect(await world.verify({ proof }, await world.open(), { backend })).toMatchObject({ verdict: 'check' })
  })

  it('proves an age and nothing else', async () => {
    const world = await createOfflineWorld()
    const pass = await world.pass({ scenario: 'age', claims: { age_equal_or_over: { 18: true } } })
    const { proof } = await world.frames({ pass, scenario: 'age' })
    const verdict = await world.verify({ proof }, await world.open(), { scenario: 'age', backend })
    expect(verdict.claims).toEqual({ 'age_equal_or_over.18': true })
  })

  it.each([
    ['a frozen credential', 'frozen', 'CREDENTIAL_FROZEN'],
    ['a revoked credential', 'revoked', 'CREDENTIAL_REVOKED'],
  ] as const)('is refused for %s once the list says so', async (_, status, code) => {
    const world = await createOfflineWorld()
    await world.setCredential({ status })
    await expect(world.verify(await world.frames(), await world.open(), { backend })).rejects.toMatchObject({
      code,
    })
  })

  it('is refused to a desk whose licence does not cover it', async () => {
    const world = await createOfflineWorld()
    await world.setOrganisation({ scenarios: ['hotel'] })
    await expect(world.verify(await world.frames(), await world.open())).rejects.toMatchObject({
      code: 'STAFF_NOT_ENTITLED',
    })
  })
})

describe('a proof frame', () => {
  it('refuses any changed character', async () => {
    const world = await createOfflineWorld()
    const bundle = await world.open()
    const { proof } = await world.frames()
    for (let at = 0; at < proof.length; at += 3) {
      const changed = proof.slice(0, at) + (proof[at] === '0' ? '1' : '0') + proof.slice(at + 1)
      await expect(world.verify({ proof: changed }, bundle), `character ${at}`).rejects.toMatchObject({
        code: expect.stringMatching(
          /^(QR_UNREADABLE|CREDENTIAL_INVALID|ISSUER_UNTRUSTED|SCENARIO_MISMATCH|TICKET_|CREDENTIAL_EXPIRED)/,
        ),
      })
    }
  })
})

describe('signedNow', () => {
  it('is the clock, or the newest signed time where the clock is a little slow, and refuses beyond', () => {
    expect(signedNow(NOW + 5, NOW)).toBe(NOW + 5)
    expect(signedNow(NOW - 60, NOW)).toBe(NOW)
    expect(() => signedNow(NOW - 61, NOW)).toThrow(expect.objectContaining({ code: 'CLOCK_BEHIND' }))
  })
})
