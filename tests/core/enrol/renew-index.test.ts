import { createNumberIndex } from '@nansha/core/crypto/number-index'
import { renewIndexes } from '@nansha/core/enrol/renew-index'
import type { Stored } from '@nansha/core/platform/database'
import { beforeEach, describe, expect, it } from 'vitest'
import { createEnrolPorts } from '../../support/enrol-ports'
import { askWallet, enrolCitizen } from '../../support/enrolled-citizen'
import { createFamily, DAUGHTER, MOTHER } from '../../support/family'

const alice = 'wxc:alice' as const
const bob = 'wxc:bob' as const
const mallory = 'wxc:mallory' as const
const BOBS_NUMBER = '440524188001010014'
const WEEK = 7 * 24 * 3600_000
const [first, second, third] = [7, 8, 9].map((byte) => Buffer.alloc(32, byte)) as [Buffer, Buffer, Buffer]

let cloud: ReturnType<typeof createEnrolPorts>
let key: Awaited<ReturnType<typeof enrolCitizen>>['key']
beforeEach(async () => {
  cloud = createEnrolPorts()
  under(first)
  key = (await enrolCitizen(cloud, alice)).key
})

/** As if the functions were started anew with these keys. */
function under(...keys: Buffer[]): void {
  Object.assign(cloud.ports, { numbers: createNumberIndex(keys) })
}
const ask = (action: Parameters<typeof askWallet>[3]) => askWallet(cloud, alice, key, action)
const indexes = () => {
  const { numberClaims, numberLocks, numberAlarms, citizens, decisions } = cloud.database.dump()
  const ids = [numberClaims, numberLocks, numberAlarms].flatMap((records = []) =>
    records.map(({ _id }) => _id),
  )
  const references = [citizens, decisions].flatMap(
    (records = []) => records as (Stored & { numberIndex: string })[],
  )
  return [...ids, ...references.map(({ numberIndex }) => numberIndex)].map((index) => index.slice(0, 2))
}

describe('with a key added to the index of numbers', () => {
  it('a number that is taken stays taken, and its holder’s own, before anything is swept', async () => {
    under(first, second)
    await expect(enrolCitizen(cloud, mallory)).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
    cloud.clock.now += WEEK
    expect(await enrolCitizen(cloud, alice, { key })).toHaveProperty('credential')
    expect(cloud.database.dump().citizens).toHaveLength(1)
    expect(cloud.database.dump().numberClaims).toHaveLength(1)
  })

  it('a lock holds, whoever comes, and its holder can lift it', async () => {
    await ask({ action: 'number-lock', locked: true })
    under(first, second)
    await expect(enrolCitizen(cloud, alice)).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
    await ask({ action: 'number-lock', locked: false })
    cloud.clock.now += WEEK
    expect(await enrolCitizen(cloud, alice, { key })).toHaveProperty('credential')
  })

  it('a lock holds that outlived the identity', async () => {
    await ask({ action: 'number-lock', locked: true })
    await ask({ action: 'delete' })
    under(first, second)
    await renewIndexes(cloud.ports)
    await expect(enrolCitizen(cloud, mallory)).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
  })

  it('the sweep carries everything over, and then finds nothing more', async () => {
    await enrolCitizen(cloud, bob, { idNumber: BOBS_NUMBER })
    await ask({ action: 'number-lock', locked: true })
    await expect(enrolCitizen(cloud, mallory)).rejects.toThrow()
    expect(new Set(indexes())).toEqual(new Set(['01']))
    under(first, second)
    expect(await renewIndexes(cloud.ports)).toBe(2)
    expect(new Set(indexes())).toEqual(new Set(['02']))
    expect(await renewIndexes(cloud.ports)).toBe(0)
    expect(await ask({ action: 'status' })).toMatchObject({ numberLocked: true })
  })

  it('keys can be added one after the other without a sweep in between', async () => {
    under(first, second)
    await enrolCitizen(cloud, bob, { idNumber: BOBS_NUMBER })
    under(first, second, third)
    await expect(enrolCitizen(cloud, mallory)).rejects.toMatchObject({ code: 'PROOFING_RETRY' })
    await expect(enrolCitizen(cloud, mallory, { idNumber: BOBS_NUMBER })).rejects.toThrow()
    await renewIndexes(cloud.ports)
    expect(new Set(indexes())).toEqual(new Set(['03']))
    expect(cloud.database.dump().citizens).toHaveLength(2)
  })

  it('a child whose card a guardian holds is found by the new index, and its own phone still ends the card', async () => {
    const home = await createFamily()
    const guardian = await home.enrolParent()
    await home.giveCard(MOTHER, guardian)
    Object.assign(home.ports, { numbers: createNumberIndex([first, second]) })
    await renewIndexes(home.ports)
    home.clock.now += 8 * 365 * 24 * 3600_000
    await home.enrolParent('wxcitizen:child', DAUGHTER.idNumber)
    expect(home.statuses()).toEqual(['revoked'])
  })

  it('whoever deletes the identity leaves no decision behind', async () => {
    under(first, second)
    await renewIndexes(cloud.ports)
    await ask({ action: 'delete' })
    expect(cloud.database.dump().decisions).toBeUndefined()
    expect(cloud.database.dump().numberClaims).toBeUndefined()
  })

  it('the lock-out of an account on a number goes on', async () => {
    cloud.world.registry = async () => 'refused'
    for (let tries = 0; tries < 3; tries++)
      await enrolCitizen(cloud, bob, { idNumber: BOBS_NUMBER }).catch(() => undefined)
    under(first, second)
    await expect(enrolCitizen(cloud, bob, { idNumber: BOBS_NUMBER })).rejects.toMatchObject({
      code: 'ATTEMPTS_EXHAUSTED',
    })
  })
})
