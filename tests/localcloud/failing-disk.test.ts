import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { openStore, type Store } from '@nansha/localcloud/database/store'
import { openFileStore } from '@nansha/localcloud/files/file-store'
import { afterEach, beforeEach, expect, it } from 'vitest'

let dataDir: string
let store: Store
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'disk-'))
  store = await openStore(dataDir, [{ name: 'c', indexes: [] }])
})
afterEach(() => {
  store.close()
  rmSync(dataDir, { recursive: true })
})

const insert = (_id: number) =>
  store.writes.insert(store.catalogue.collection('c'), [{ _id, text: 'x'.repeat(2000) }])

it('a full disk gives its own error, loses nothing, and work goes on when there is room again', async () => {
  const pages = Number(store.engine.get('PRAGMA page_count')?.page_count)
  store.engine.exec(`PRAGMA max_page_count = ${pages + 10}`)
  let stored = 0
  const full = await (async () => {
    for (;;) {
      const failure = await insert(stored).then(
        () => null,
        (error) => error,
      )
      if (failure) return failure
      stored++
    }
  })()
  expect(full).toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
    message: 'The disk is full: nothing was written.',
  })
  expect(store.count('c', {})).toBe(stored)

  const transaction = store.transactions.find(store.transactions.start('test'))
  for (let _id = 100; _id < 120; _id++)
    store.operations.insert(transaction, store.catalogue.collection('c'), { _id, text: 'x'.repeat(2000) })
  await expect(store.transactions.commit(transaction.id)).rejects.toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
  })
  expect(store.count('c', {})).toBe(stored)

  store.engine.exec('PRAGMA max_page_count = 1000000')
  await insert(stored)
  expect(store.count('c', {})).toBe(stored + 1)
})

it('a collection that did not fit on a full disk is not created', async () => {
  const pages = Number(store.engine.get('PRAGMA page_count')?.page_count)
  store.engine.exec(`PRAGMA max_page_count = ${pages}`)
  await expect(store.createCollection('new')).rejects.toMatchObject({ code: 'RESOURCE_EXHAUSTED' })
  expect(store.catalogue.names()).toEqual(['c'])
})

it('a read-only data folder gives its own error', async () => {
  await insert(1)
  store.engine.exec('PRAGMA query_only = ON')
  await expect(insert(2)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('cannot be written'),
  })
  store.engine.exec('PRAGMA query_only = OFF')
  expect(store.count('c', {})).toBe(1)
})

it('an upload that fails half-way leaves neither bytes nor a name', async () => {
  const files = openFileStore(store.engine, dataDir)
  const failing = (code: string) =>
    new Readable({
      read() {
        this.push(Buffer.alloc(1000))
        this.destroy(Object.assign(new Error('failed'), { code }))
      },
    })
  await expect(files.save('a', null, failing('ENOSPC'), 0)).rejects.toMatchObject({
    code: 'RESOURCE_EXHAUSTED',
  })
  await expect(files.save('a', null, failing('ECONNRESET'), 0)).rejects.toMatchObject({
    code: 'STORAGE_REQUEST_FAIL',
  })
  expect([files.find('a'), readdirSync(join(dataDir, 'files'))]).toEqual([undefined, []])
})
