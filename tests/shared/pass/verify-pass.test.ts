import { signedNow } from '@nansha/shared/clock/signed-now'
import { expandY } from '@nansha/shared/keys/compress-key'
import { packPass, unpackPass } from '@nansha/shared/pass/pack-pass'
import { packPortrait } from '@nansha/shared/pass/portrait-frame'
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

const refused = (code: string, check?: string) => ({
  code,
  ...(check !== undefined && { details: { check } }),
})

describe('a pass, beside what the companion holds', () => {
  const opened = async () => {
    const world = await createOfflineWorld()
    const bundle = await world.open()
    return { world, bundle, frames: await world.frames() }
  }

  it('is taken until the second before its bundle, its licence and its status list end', async () => {
    const { world, bundle, frames } = await opened()
    const end = NOW + 1
    const [uri = ''] = bundle.statusLists.keys()
    const list = bundle.statusLists.get(uri) ?? expect.unreachable()
    for (const [held, code, check] of [
      [{ ...bundle, exp: end }, 'TRUST_OUTDATED'],
      [{ ...bundle, licence: { ...bundle.licence, expiresAt: end } }, 'LICENCE_EXPIRED'],
      [{ ...bundle, statusLists: new Map([[uri, { ...list, exp: end }]]) }, 'TRUST_OUTDATED', 'STATUS_LIST'],
    ] as const) {
      expect(await world.verify(frames, held, { now: end - 1 })).toMatchObject({ verdict: 'accept' })
      await expect(world.verify(frames, held, { now: end })).rejects.toMatchObject(refused(code, check))
    }
  })

  it('is refused without a licence for it, without its list, and for a status that has no meaning', async () => {
    const { world, bundle, frames } = await opened()
    const [uri = ''] = bundle.statusLists.keys()
    const list = bundle.statusLists.get(uri) ?? expect.unreachable()
    const listed = (bytes: Uint8Array) => ({ ...bundle, statusLists: new Map([[uri, { ...list, bytes }]]) })
    for (const [held, code, check] of [
      [{ ...bundle, licence: { ...bundle.licence, scenarios: ['age'] } }, 'STAFF_NOT_ENTITLED'],
      [{ ...bundle, statusLists: new Map() }, 'TRUST_OUTDATED', 'STATUS_LIST'],
      [listed(new Uint8Array(list.bytes.length).fill(255)), 'CREDENTIAL_INVALID', 'STATUS'],
      [listed(new Uint8Array(1)), 'CREDENTIAL_INVALID', 'STATUS'],
    ] as const)
      await expect(world.verify(frames, held as typeof bundle)).rejects.toMatchObject(refused(code, check))
  })

  it('is refused for an issuer, or a key of it, that is not on the trust list', async () => {
    const { world, bundle, frames } = await opened()
    const trusting = (issuers: typeof bundle.trust.issuers) => ({
      ...bundle,
      trust: { ...bundle.trust, issuers },
    })
    await expect(world.verify(frames, trusting([]))).rejects.toMatchObject(refused('ISSUER_UNTRUSTED'))
    const without = bundle.trust.issuers.map((issuer) => ({ ...issuer, keys: [] }))
    await expect(world.verify(frames, trusting(without))).rejects.toMatchObject(
      refused('CREDENTIAL_INVALID', 'KEY'),
    )
  })

  it('is refused for a phone’s key that is no point of the curve', async () => {
    const { world, bundle, frames } = await opened()
    const read = unpackPass(frames.proof) ?? expect.unreachable()
    const keys = Array.from({ length: 32 }, (_, last) => Buffer.concat([Buffer.alloc(31), Buffer.of(last)]))
    const x = keys.map((key) => key.toString('base64url')).find((one) => !expandY(one, read.parity))
    const proof = packPass({ ...read, x: x ?? expect.unreachable() })
    await expect(world.verify({ ...frames, proof }, bundle)).rejects.toMatchObject(
      refused('CREDENTIAL_INVALID', 'KEY'),
    )
  })

  it.each([
    ['35 seconds after it was shown', 35, undefined],
    ['later', 36, 'TICKET_EXPIRED'],
    ['ten seconds before', -10, undefined],
    ['earlier', -11, 'TICKET_FUTURE'],
  ])('is taken or not %s', async (_, seconds, code) => {
    const { world, bundle } = await opened()
    world.clock.now += 60_000
    const shown = await world.frames()
    const verified = world.verify(shown, bundle, { now: NOW + 60 + seconds })
    if (code) await expect(verified).rejects.toMatchObject({ code })
    else expect(await verified).toMatchObject({ verdict: 'accept' })
  })

  it('has the portrait that it vouches for, in a frame of a portrait', async () => {
    const { world, bundle, frames } = await opened()
    const other = packPortrait(Uint8Array.of(1, 2, 3))
    await expect(world.verify({ ...frames, portrait: other }, bundle)).rejects.toMatchObject(
      refused('CREDENTIAL_INVALID', 'PORTRAIT'),
    )
    for (const portrait of ['', frames.proof, packPortrait(new Uint8Array(0))])
      await expect(world.verify({ ...frames, portrait }, bundle)).rejects.toMatchObject(
        refused('QR_UNREADABLE'),
      )
  })

  it('is refused for a person who was proven worse than its purpose asks', async () => {
    const { world, bundle } = await opened()
    const pass = await world.pass({}, { ...world.credential, assurance: 'specimen' })
    const shown = await world.frames({ pass })
    await expect(world.verify(shown, bundle)).rejects.toMatchObject(refused('ASSURANCE_TOO_LOW'))
  })
})

describe('signedNow', () => {
  it('is the clock, or the newest signed time where the clock is a little slow, and refuses beyond', () => {
    expect(signedNow(NOW + 5, NOW)).toBe(NOW + 5)
    expect(signedNow(NOW - 60, NOW)).toBe(NOW)
    expect(() => signedNow(NOW - 61, NOW)).toThrow(expect.objectContaining({ code: 'CLOCK_BEHIND' }))
  })
})
