import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { APPS, LOCAL_BUILD, outputOf } from '#scripts/spawn-taro'

describe.each(APPS)('the files of the mini-program %s', (app) => {
  beforeAll(() => buildApps({ apps: [app], platforms: ['weapp'], settings: LOCAL_BUILD }))
  const read = async (name: string) =>
    JSON.parse(await readFile(path.join(outputOf(app, 'weapp'), name), 'utf8'))

  test('keep every page out of the chat app’s search', async () => {
    const { sitemapLocation } = await read('app.json')
    expect((await read(sitemapLocation)).rules).toEqual([{ action: 'disallow', page: '*' }])
  })

  test('ask for no permission in advance: the camera is asked for where it is used', async () => {
    const { permission, requiredPrivateInfos, plugins } = await read('app.json')
    expect({ permission, requiredPrivateInfos, plugins }).toEqual({})
  })
})

test('every page that shows an identity is hidden while the app is in the background', async () => {
  for (const page of [
    'home/index',
    'present/index',
    'history/index',
    'desk/answer/index',
    'enrol/details/index',
  ]) {
    const file = path.join(outputOf('citizen', 'weapp'), `${page}.json`)
    expect(JSON.parse(await readFile(file, 'utf8')).visualEffectInBackground).toBe('hidden')
  }
})
