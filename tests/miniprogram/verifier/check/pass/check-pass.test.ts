import { CREDENTIALS } from '@nansha/core/records/credentials'
import { checkPass } from '@nansha/verifier/src/check/pass/check-pass'
import { createPassUses } from '@nansha/verifier/src/check/pass/pass-uses'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'
import { FACE } from '#support/offline-world'
import { RESIDENT } from '#support/person'
import { type Companion, createCompanion } from '../../support/companion'

let companion: Companion
let uses: ReturnType<typeof createPassUses>
beforeEach(async () => {
  companion = await createCompanion()
  uses = createPassUses(companion)
  await companion.trust.refresh()
  companion.line.failure = 'OFFLINE'
})
const ports = () => ({ ...companion.desk, uses, acceptSpecimens: false })

describe('a pass at a gate without network', () => {
  it('is a guest with a portrait, and the age of the data', async () => {
    companion.world.clock.now += 3600_000
    const subject = await checkPass(ports(), 'gate', await companion.world.frames())
    expect(subject).toMatchObject({
      claims: { name: RESIDENT.name, id_number_last4: '002X' },
      portrait: Buffer.from(FACE).toString('base64'),
      at: NOW + 3600,
      evidence: { form: 'pass', unlock: 'pin', dataAge: 3600 },
    })
    expect(companion.asked).toEqual(['bundle'])
  })

  it('is a guest without a face while the portrait frame is missing', async () => {
    const { proof } = await companion.world.frames()
    expect(await checkPass(ports(), 'gate', { proof })).not.toHaveProperty('portrait')
  })

  it('is refused when its rotation is over, and for another purpose', async () => {
    const frames = await companion.world.frames()
    await expect(checkPass(ports(), 'age', frames)).rejects.toMatchObject({ code: 'SCENARIO_MISMATCH' })
    await expect(checkPass(ports(), 'hotel', frames)).rejects.toMatchObject({ code: 'SCENARIO_MISMATCH' })
    companion.world.clock.now += 36_000
    await expect(checkPass(ports(), 'gate', frames)).rejects.toMatchObject({ code: 'TICKET_EXPIRED' })
  })

  it('is a replay once it was decided on here', async () => {
    const frames = await companion.world.frames()
    const { evidence, at } = await checkPass(ports(), 'gate', frames)
    if (evidence.form !== 'pass') return expect.unreachable()
    await uses.record(evidence.passId, { scenario: 'gate', proof: frames.proof, at, accepted: true }, at)
    await expect(checkPass(ports(), 'gate', frames)).rejects.toMatchObject({ code: 'TICKET_REPLAYED' })
    const restarted = { ...ports(), uses: createPassUses(companion) }
    await expect(checkPass(restarted, 'gate', frames)).rejects.toMatchObject({ code: 'TICKET_REPLAYED' })
  })

  it('is refused by data of yesterday', async () => {
    const frames = await companion.world.frames()
    companion.world.clock.now += 86_401_000
    await expect(checkPass(ports(), 'gate', frames)).rejects.toMatchObject({ code: 'TRUST_OUTDATED' })
  })

  it('of a frozen credential is refused by the status list', async () => {
    const { world } = companion
    await world.database.in(CREDENTIALS).update(world.credential._id, { status: 'frozen' })
    companion.line.failure = undefined
    await companion.trust.refresh()
    companion.line.failure = 'OFFLINE'
    const frames = await world.frames()
    await expect(checkPass(ports(), 'gate', frames)).rejects.toMatchObject({ code: 'CREDENTIAL_FROZEN' })
  })
})
