import { publishChainHead } from '@nansha/core/log/publish-chain-head'
import { sequenceLog } from '@nansha/core/log/sequence-log'
import { ISSUANCE_LOG, SIGNED_HEAD, SIGNED_HEAD_ID } from '@nansha/core/records/former-chain'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { createChain } from '@nansha/shared/log/former-chain'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestClock, NOW_MS } from '../../support/clock'
import { ISSUER, issuerSigner } from '../../support/issuer'
import { issueToLog, logEntry, logSigner, readLog, storeChain } from '../../support/log'
import { createMemoryDatabase } from '../../support/memory-database'

const YEAR_MS = 365 * 86_400_000
const clock = createTestClock()
let database: ReturnType<typeof createMemoryDatabase>
const sequence = () => sequenceLog({ database, now: () => clock.now, logSigner })
const publish = () =>
  publishChainHead({ database, now: () => clock.now, signer: issuerSigner, issuerUrl: ISSUER })
const signedHead = () => database.in(SIGNED_HEAD).get(SIGNED_HEAD_ID)
beforeEach(() => {
  clock.now = NOW_MS
  database = createMemoryDatabase()
})

describe('the hash chain that the log was', () => {
  const old = Array.from({ length: 1203 }, (_, n) =>
    logEntry(`old ${n}`, `person ${n % 5}`, 1_700_000_000 + n),
  )

  it('is the beginning of the tree, in its order and once, and what is issued meanwhile comes after it', async () => {
    await storeChain(database, old)
    await issueToLog(database, logEntry('new'))
    expect(await sequence()).toBe(1204)
    expect(await sequence()).toBe(0)
    const { entries } = await readLog(database)
    expect(entries).toEqual([...old, logEntry('new')])
  })

  it('can be made anew from the tree by who kept a head', async () => {
    const head = await storeChain(database, old.slice(0, 20))
    await sequence()
    const append = createChain()
    const heads = (await readLog(database)).entries.map((entry) => append(entry).head)
    expect(heads.at(-1)).toEqual(head)
  })

  it('is taken over to the end when something was appended to it after the move', async () => {
    await storeChain(database, old.slice(0, 2))
    await sequence()
    await issueToLog(database, logEntry('new'))
    await sequence()
    await storeChain(database, old.slice(0, 3))
    await sequence()
    expect((await readLog(database)).entries).toEqual([...old.slice(0, 2), logEntry('new'), old[2]])
  })

  it('has its head published for a year, beside that of the tree', async () => {
    const head = await storeChain(database, old.slice(0, 3))
    await sequence()
    await publish()
    expect(decodeJws((await signedHead())?.jws ?? '')).toMatchObject({
      header: { typ: 'nansha-log-head+jwt' },
      payload: { iss: ISSUER, iat: clock.now / 1000, ...head },
    })
    clock.now += YEAR_MS - 1000
    await publish()
    expect(decodeJws((await signedHead())?.jws ?? '')?.payload.iat).toBe(clock.now / 1000)
    clock.now += 1000
    await publish()
    expect(await signedHead()).toBeNull()
  })

  it('is not there in a new deployment, and nothing is published of it', async () => {
    await sequence()
    await publish()
    expect(database.dump()[ISSUANCE_LOG.name]).toBeUndefined()
  })

  it('that has lost an entry is not taken over in part', async () => {
    await storeChain(database, old.slice(0, 3))
    await database.in(ISSUANCE_LOG).remove('0000000002')
    await expect(sequence()).rejects.toThrow('has lost an entry')
    expect((await readLog(database)).checkpoint.size).toBe(0)
  })
})
