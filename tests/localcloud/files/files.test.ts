import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestClock } from '#support/clock'
import { identity, uploadAsClient } from '../../support/http'
import { type FixtureCloud, startFixtureCloud } from '../../support/local-cloud'
import { openSdkDatabase, sdk } from '../../support/sdk'

let cloud: FixtureCloud
const clock = createTestClock(Date.now())
beforeAll(async () => {
  cloud = await startFixtureCloud({ now: () => clock.now })
  openSdkDatabase()
})
afterAll(() => cloud.close())

const put = (path: string, content: string | Buffer, headers?: Record<string, string>) =>
  uploadAsClient(cloud.url, path, content, headers)

describe('a client', () => {
  it('uploads where the rule allows, and functions can read and delete it', async () => {
    const { body } = await put('uploads/e1/selfie.jpg', 'bytes')
    const { fileContent } = await sdk.downloadFile({ fileID: body.fileID })
    expect(fileContent.toString()).toBe('bytes')
    const { fileList } = await sdk.deleteFile({ fileList: [body.fileID, `${body.fileID}x`] })
    expect(fileList.map((file: { status: number }) => file.status)).toEqual([0, -503003])
    expect(readdirSync(join(cloud.dataDir, 'files'))).toEqual([])
  })

  it('cannot write elsewhere, nor over what another uploaded', async () => {
    expect((await put('specimens/x', 'bytes')).body.code).toBe('STORAGE_EXCEED_AUTHORITY')
    await put('uploads/e2/a', 'mine')
    expect((await put('uploads/e2/a', 'theirs', identity('other'))).body.code).toBe(
      'STORAGE_EXCEED_AUTHORITY',
    )
    expect((await put('uploads/e2/a', 'mine again')).status).toBe(200)
    expect((await put('uploads/e2/b', 'x', {} as Record<string, string>)).body.code).toBe(
      'INVALID_REQUEST_SOURCE',
    )
  })

  it.each([
    '../secrets.json',
    'uploads/../../x',
    '/etc/passwd',
    'uploads//x',
    'uploads/./x',
    'a\\b',
    'a\0b',
    '',
  ])('cannot use the path %j', async (path) => expect((await put(path, 'x')).body.code).toBe('INVALID_PARAM'))

  it('cannot upload more than 50 MB, and nothing is left of it', async () => {
    const before = readdirSync(join(cloud.dataDir, 'files')).length
    const { body } = await put('uploads/e3/large', Buffer.alloc(51 * 1024 * 1024))
    expect(body.code).toBe('EXCEED_REQUEST_SIZE_LIMIT')
    expect(readdirSync(join(cloud.dataDir, 'files'))).toHaveLength(before)
  })
})

it('an upload by the SDK that fails says why', async () => {
  const large = sdk.uploadFile({ cloudPath: 'large', fileContent: Buffer.alloc(51 * 1024 * 1024) })
  await expect(large).rejects.toThrow('A file may hold at most 50 MB.')
})

describe('a temporary link', () => {
  const link = async (maxAge: number) => {
    const { fileID } = await sdk.uploadFile({
      cloudPath: 'kept/名字 1.txt',
      fileContent: Buffer.from('text'),
    })
    const { fileList } = await sdk.getTempFileURL({ fileList: [{ fileID, maxAge }] })
    return fileList[0].tempFileURL as string
  }

  it('works until it expires', async () => {
    const url = await link(60)
    expect(await (await fetch(url)).text()).toBe('text')
    clock.now += 61_000
    expect((await fetch(url)).status).toBe(403)
  })

  it('works for one file and one method only', async () => {
    const url = await link(60)
    expect((await fetch(url.replace('1.txt', '2.txt'))).status).toBe(403)
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403)
    expect((await fetch(url.replace(/token=\d+/, 'token=9999999999999'))).status).toBe(403)
    expect((await fetch(`${cloud.url}/files/kept/x`)).status).toBe(403)
  })

  it('is not given for a file that is not there', async () => {
    const { fileList } = await sdk.getTempFileURL({ fileList: ['cloud://other.env/x'] })
    expect(fileList[0]).toMatchObject({ status: -503003, tempFileURL: '' })
  })
})
