import type { Use } from '@nansha/core/records/uses'
import { beforeAll, describe, expect, it } from 'vitest'
import { createMemoryDatabase } from '../support/memory-database'
import { populate } from '../support/population'
import {
  type Dump,
  linkByValues,
  sealedLengths,
  sightOfCitizens,
  WHAT_PEOPLE_DID,
} from '../support/read-without-keys'

// Somebody has a copy of the whole database, or of a backup, and none of the keys. What the real functions leave is read in
// the same way by tests/functions/logged.test.ts.
const PEOPLE = 6
const USES = 1 + 2 + 3 + 4 + 5 + 1

let dump: Dump
beforeAll(async () => {
  dump = (await populate(PEOPLE)).database.raw.dump()
})

describe('a copy of the database without its keys', () => {
  it('holds uses of everybody, and guests of a hotel', () => {
    expect(dump.citizens).toHaveLength(PEOPLE)
    expect(dump.uses).toHaveLength(USES)
    expect(dump.waitingGuests).toHaveLength(PEOPLE)
  })

  it.each(WHAT_PEOPLE_DID)('leads from %s to no citizen by any value, fingerprint or time', (collection) => {
    for (const { citizens } of linkByValues(dump, collection)) expect(citizens).toEqual([])
  })

  it('looks the same for every citizen, so that no other reckoning tells them apart either', () => {
    const [first, ...others] = sightOfCitizens(dump)
    expect(first).toContain('devices')
    for (const other of others) expect(other).toBe(first)
  })

  it('has no record whose length tells what is in it', () => {
    for (const lengths of Object.values(sealedLengths(dump))) expect(lengths).toHaveLength(1)
  })

  it('names no account of a citizen, no phone’s key and no number', () => {
    const text = JSON.stringify(dump)
    expect(text).not.toMatch(/account-of-person|440115198|"crv"|李明/)
  })
})

// The same reading of the same records as they would lie there in clear: it finds everybody, so it would find them above.
describe('a copy of a database that seals nothing', () => {
  let clear: Dump
  beforeAll(async () => {
    const database = createMemoryDatabase()
    await populate(PEOPLE, database)
    clear = database.dump()
  })

  it('leads from every use to the citizen whose it was', () => {
    const found = linkByValues(clear, 'uses')
    expect(found).toHaveLength(USES)
    const uses = clear.uses as Use[]
    for (const [index, { citizens }] of found.entries())
      expect(citizens).toEqual([uses[index]?.subject.citizenId])
  })

  it('looks different for every citizen', () => {
    expect(new Set(sightOfCitizens(clear)).size).toBe(PEOPLE)
  })
})
