import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { readDeclarations } from '#scripts/check-declarations'
import { APPS, LOCAL_BUILD, outputOf } from '#scripts/spawn-taro'

describe.each(APPS)('the files of the mini-program %s', (app) => {
  beforeAll(() => buildApps({ apps: [app], platforms: ['weapp'], settings: LOCAL_BUILD }))
  const read = async (name: string) =>
    JSON.parse(await readFile(path.join(outputOf(app, 'weapp'), name), 'utf8'))

  test('keep every page out of the chat app’s search', async () => {
    const { sitemapLocation } = await read('app.json')
    expect((await read(sitemapLocation)).rules).toEqual([{ action: 'disallow', page: '*' }])
  })

  test('follow the dark mode of the phone, the platform’s bars too', async () => {
    const { darkmode, themeLocation, window } = await read('app.json')
    expect(darkmode).toBe(true)
    const { light, dark } = await read(themeLocation)
    const named = Object.values<string>(window).filter((value) => value.startsWith('@'))
    expect(named.length).toBeGreaterThan(0)
    for (const theme of [light, dark]) for (const name of named) expect(theme).toHaveProperty(name.slice(1))
  })

  test('declare what they use and nothing else, and use no private interface that the notice does not name', async () => {
    const { faults, privateUses } = await readDeclarations(outputOf(app, 'weapp'))
    expect(faults).toEqual([])
    const named = app === 'citizen' ? ['createCameraContext', 'chooseMedia'] : ['createCameraContext']
    expect(Object.keys(privateUses)).toEqual(named)
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
    'privacy/index',
    'documents/show/index',
    'history/index',
    'desk/answer/index',
    'online/answer/index',
    'enrol/details/index',
  ]) {
    const file = path.join(outputOf('citizen', 'weapp'), `${page}.json`)
    expect(JSON.parse(await readFile(file, 'utf8')).visualEffectInBackground).toBe('hidden')
  }
})

test('what only an answer to a website needs is loaded when it is first used', async () => {
  const output = outputOf('citizen', 'weapp')
  const app = JSON.parse(await readFile(path.join(output, 'app.json'), 'utf8'))
  const preloaded = Object.values(app.preloadRule as Record<string, { packages: string[] }>)
  expect(preloaded.flatMap(({ packages }) => packages)).not.toContain('online')
  // The name of a public key of P-256 in a certificate (RFC 5480 §2.1.1): nothing else reads certificates.
  const readers = await Promise.all(
    ['app.js', 'common.js', 'taro.js', 'vendors.js', 'base/base.js', 'online/answer/late.js'].map(
      async (file) =>
        (await readFile(path.join(output, file), 'utf8')).includes('2a8648ce3d030107') ? [file] : [],
    ),
  )
  expect(readers.flat()).toEqual(['online/answer/late.js'])
})
