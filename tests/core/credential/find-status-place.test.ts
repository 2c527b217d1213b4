import { findStatusPlace } from '@nansha/core/credential/find-status-place'
import type { Stored } from '@nansha/core/platform/database'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import { STATUS_LISTS } from '@nansha/core/records/status-lists'
import { STATUS_LIST_SIZE } from '@nansha/shared/status/status-list'
import { describe, expect, it } from 'vitest'
import { createMemoryDatabase } from '../../support/memory-database'

describe('findStatusPlace', () => {
  it('opens the first list where there is none, and spreads over the open ones', async () => {
    const database = createMemoryDatabase()
    expect(await findStatusPlace(database, () => 0)).toEqual({ list: 1, index: 0 })
    const list = { _id: '2', list: 2, open: true, token: null, publishedAt: null }
    const lists = database.in(STATUS_LISTS)
    await lists.insert(list)
    await lists.insert({ ...list, _id: '3', list: 3, open: false })
    const asked: number[] = []
    const last = (below: number) => asked.push(below) && below - 1
    expect(await findStatusPlace(database, last)).toEqual({ list: 2, index: STATUS_LIST_SIZE - 1 })
    expect(asked).toEqual([2, STATUS_LIST_SIZE])
  })

  it('passes over places that are taken', async () => {
    const database = createMemoryDatabase()
    await database.in<Stored>(CREDENTIALS).insert({ _id: '1.5' })
    const draws = [0, 5, 0, 6]
    expect(await findStatusPlace(database, () => draws.shift() ?? 0)).toEqual({ list: 1, index: 6 })
  })

  it('gives up, loudly, when everything is taken', async () => {
    const database = createMemoryDatabase()
    await database.in<Stored>(CREDENTIALS).insert({ _id: '1.0' })
    await expect(findStatusPlace(database, () => 0)).rejects.toThrow('No free place')
  })
})
