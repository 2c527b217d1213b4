import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD, outputOf } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import { createNavigatingApp } from '../support/navigating-app'
import { startHeldPhone } from './support/held-phone'

const folder = outputOf('citizen', 'weapp')

interface AppJson {
  readonly pages: readonly string[]
  readonly tabBar: Readonly<Record<'color' | 'selectedColor' | 'backgroundColor', string>> & {
    readonly list: readonly Tab[]
  }
}
type Tab = { readonly pagePath: string; readonly iconPath: string; readonly selectedIconPath: string }

const readJson = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown

/** A holder's phone, whose pages open as the platform opens them. */
async function startPhone() {
  const { wx, ...phone } = await startHeldPhone()
  const { app, arrive } = createNavigatingApp(folder, wx)
  const home = await app.open('/home/index')
  await eventually(() => expect(home.text()).toContain('出示证件'))
  const top = async () => {
    await arrive()
    return app.pages.at(-1)
  }
  return { ...phone, app, home, top }
}

describe('the bar of tabs', () => {
  beforeAll(() => buildApps({ apps: ['citizen'], platforms: ['weapp'], settings: LOCAL_BUILD }))

  test('leads to pages of the main package, each with its two pictures, in colours of both themes', async () => {
    const { pages, tabBar } = readJson('app.json') as AppJson
    const { light, dark } = readJson('theme.json') as Record<'light' | 'dark', Record<string, string>>
    for (const { pagePath, iconPath, selectedIconPath } of tabBar.list) {
      expect(pages).toContain(pagePath)
      for (const icon of [iconPath, selectedIconPath]) {
        const { width, height } = await sharp(path.join(folder, icon)).metadata()
        expect([icon, width, height]).toEqual([icon, 81, 81])
      }
    }
    for (const colour of [tabBar.color, tabBar.selectedColor, tabBar.backgroundColor])
      for (const theme of [light, dark]) expect(theme[colour.slice(1)]).toMatch(/^#[0-9a-f]{6}$/)
  })

  test('is there for a holder, in the language that they choose', async () => {
    const { app, bar, top } = await startPhone()
    expect(bar.tabs).toEqual({ 0: '证件', 1: '记录', 2: '设置' })
    await app.switchTab('/settings/index')
    await (await top())?.tap('English')
    await eventually(() => expect(bar.tabs).toEqual({ 0: 'ID', 1: 'History', 2: 'Settings' }))
  })

  test('is reached by the tiles as well, and keeps the first page as it was', async () => {
    const { app, home, top } = await startPhone()
    await home.tap('记录')
    await eventually(async () => expect((await top())?.route).toBe('history/index'))
    expect(await app.switchTab('/home/index')).toBe(home)
    await home.tap('安全')
    await eventually(async () => expect((await top())?.route).toBe('settings/index'))
  })

  test('closes the pages above, when one of them leads to a tab', async () => {
    const { app, top } = await startPhone()
    await app.open('/privacy/index')
    await (await top())?.tap('查看和搜索全部使用记录')
    await eventually(async () => expect((await top())?.route).toBe('history/index'))
    expect(app.pages).toHaveLength(1)
  })

  test('is hidden in senior mode, and comes back with the standard version', async () => {
    const { app, bar, home } = await startPhone()
    await home.tap('长辈版：字更大，选项更少')
    await eventually(() => expect(bar.tabs).toBeNull())
    await app.switchTab('/history/index')
    expect(bar.tabs).toBeNull()
    await app.switchTab('/home/index')
    await home.tap('返回标准版')
    await eventually(() => expect(bar.tabs).toMatchObject({ 0: '证件' }))
  })
})
