import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { COMMON } from '@nansha/kit/texts/common'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { packageBytes } from '#scripts/package-bytes'
import { APPS, LOCAL_BUILD, outputOf } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import { createWeapp } from '../../support/weapp-runtime'
import { createWx } from '../../support/wx'

beforeAll(() => buildApps({ apps: APPS, platforms: ['weapp'], settings: LOCAL_BUILD }))

/** The citizen's app on a phone that has its main package; the others come when `network` lets them. */
function startPhone(network: { fetch: () => Promise<void> }) {
  const { wx } = createWx(
    async () => ({}),
    () => true,
  )
  return createWeapp(outputOf('citizen', 'weapp'), wx, () => network.fetch())
}

describe('a page whose package is not on the phone yet', () => {
  test('says that it opens, and then shows itself', async () => {
    let arrive = () => {}
    const download = new Promise<void>((resolve) => {
      arrive = resolve
    })
    const phone = startPhone({ fetch: () => download })
    const opened = phone.open('/home/index')
    await eventually(() => expect(phone.pages[0]?.text()).toBe(COMMON.opening.zh))
    arrive()
    await eventually(async () => expect((await opened).text()).toContain(HOME.begin.zh))
  })

  test('says when it could not be downloaded, and is asked for again by a tap', async () => {
    const network = { fetch: () => Promise.reject(new Error('no network')) }
    const phone = startPhone(network)
    const home = await phone.open('/home/index')
    await eventually(() => expect(home.text()).toContain('页面没有下载下来'))
    await home.tap(COMMON.retry.zh)
    await eventually(() => expect(home.text()).toContain('页面没有下载下来'))
    network.fetch = () => Promise.resolve() as Promise<never>
    await home.tap(COMMON.retry.zh)
    await eventually(() => expect(home.text()).toContain(HOME.begin.zh))
  })
})

test('a page whose code does not run says that this is a fault, and not that the network is missing', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'nansha-broken-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(outputOf('citizen', 'weapp'), folder, { recursive: true })
  const file = path.join(folder, 'base/providers.js')
  const code = await readFile(file, 'utf8')
  await writeFile(file, code.replace('=>{', '=>{throw new TypeError("no such interface");'))
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => told.mockRestore())

  const home = await createWeapp(folder, createWx(async () => ({})).wx).open('/home/index')
  expect(home.text()).toContain('小程序出现故障')
  expect(home.text()).not.toContain(COMMON.retry.zh)
  expect(String(told.mock.calls[0]?.[0])).toContain('no such interface')
})

describe.each(APPS)('the packages of the mini-program %s', (app) => {
  test('hold the code of pages outside the main package, and no style sheet that the platform would not load', async () => {
    const output = outputOf(app, 'weapp')
    const { main, subpackages } = await packageBytes(output)
    expect(main).toBeLessThan(400_000)
    expect(subpackages.get('base')).toBeGreaterThan(100_000)
    const files = await readdir(output, { recursive: true })
    const sheets = files.filter((file) => file.endsWith('.wxss') && file.includes(path.sep))
    expect(sheets.length).toBeGreaterThan(3)
    for (const sheet of sheets) expect(files).toContain(sheet.replace(/wxss$/, 'wxml'))
  })
})
