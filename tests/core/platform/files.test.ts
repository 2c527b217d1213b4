import { createFiles, type Files } from '@nansha/core/platform/files'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'
import { openSdkDatabase, sdk } from '../../support/sdk'

let cloud: FixtureCloud
let files: Files
beforeAll(async () => {
  cloud = await startFixtureCloud()
  openSdkDatabase()
  files = createFiles(sdk)
})
afterAll(() => cloud.close())

it('the file store keeps bytes', async () => {
  const content = Buffer.from([0, 255, 1, 254])
  const id = await files.upload('kept/bytes', content)
  expect(await files.download(id)).toEqual(content)
  const url = await files.temporaryUrl(id, 60)
  expect(Buffer.from(await (await fetch(String(url))).arrayBuffer())).toEqual(content)
})

it('the file store answers null for a missing file', async () => {
  const id = await files.upload('gone', Buffer.from('x'))
  await files.remove([id])
  expect([await files.download(id), await files.temporaryUrl(id, 60)]).toEqual([null, null])
})

it('the file store removes many files, and those already gone', async () => {
  const ids = await Promise.all(
    Array.from({ length: 60 }, (_, n) => files.upload(`many/${n}`, Buffer.from('x'))),
  )
  await files.remove(ids)
  await files.remove(ids)
  expect(await files.download(String(ids[59]))).toBeNull()
})

it('the file store throws unless every file is gone', async () => {
  const stubborn = createFiles({
    ...sdk,
    deleteFile: async () => ({ fileList: [{ fileID: 'a', status: -503002, errMsg: 'no' }] }),
  })
  await expect(stubborn.remove(['a'])).rejects.toThrow('1 files were not deleted: no')
})
