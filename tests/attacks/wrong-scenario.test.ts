import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { signWithNoble } from '@nansha/shared/jws/create-jws'
import { packPass, unpackPass } from '@nansha/shared/pass/pack-pass'
import type { ShownPass } from '@nansha/shared/pass/packed-pass'
import { presentedPass } from '@nansha/shared/pass/pass-jws'
import { SCENARIO_NAMES, SCENARIOS } from '@nansha/shared/scenarios'
import type { TrustedIssuer } from '@nansha/shared/trust/trust-list'
import { expect, it } from 'vitest'
import { createOfflineWorld } from '../support/offline-world'
import { TRUST_LIST } from '../support/trust'
import { CLERK } from '../support/world'

it('a ticket for one purpose is refused for every other', async () => {
  const world = await createOfflineWorld()
  for (const scenario of SCENARIO_NAMES.filter(
    (name) => name !== 'hotel' && SCENARIOS[name].startsFrom === 'holder-qr',
  )) {
    const ticket = world.show(await world.giveHandle())
    await expect(verifyTicket(world.ports, CLERK, { scenario, ticket })).rejects.toMatchObject({
      code: 'SCENARIO_MISMATCH',
    })
  }
})

it('a gate pass proves no age, and the holder cannot say that it does', async () => {
  const world = await createOfflineWorld()
  const bundle = await world.open()
  const frames = await world.frames()
  await expect(world.verify(frames, bundle, { scenario: 'age' })).rejects.toMatchObject({
    code: 'SCENARIO_MISMATCH',
  })
  const gate = unpackPass(frames.proof) as ShownPass
  const age: ShownPass = { ...gate, scenario: 'age', claims: { age_equal_or_over: { 18: true } } }
  const presented = presentedPass(age, TRUST_LIST.issuers[0] as TrustedIssuer)
  const bindingSignature = signWithNoble(
    world.key.privateKey,
    presented?.keyBinding?.signingInput as Uint8Array,
  )
  const relabelled = { proof: packPass({ ...age, bindingSignature }) }
  await expect(world.verify(relabelled, bundle, { scenario: 'age' })).rejects.toMatchObject({
    code: 'CREDENTIAL_INVALID',
    details: { check: 'SIGNATURE' },
  })
})
