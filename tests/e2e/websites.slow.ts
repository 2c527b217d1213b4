import { TEXTS as HISTORY } from '@nansha/citizen/src/history/texts'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { STOPPED_TITLES, TEXTS } from '@nansha/citizen/src/online/texts'
import { COMPLAINT_TEXTS } from '@nansha/citizen/src/parts/complaint-texts'
import { LINK_SECONDS } from '@nansha/relying-party'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFaults } from '../screens/find-faults'
import { tap } from './support/phone'
import { digitsOn, openWebsites, otherThan, typeCode, type Websites } from './support/websites'

const BEGIN = { hall: '用南沙身份登录', bank: '用南沙身份开户' } as const
const WRONG = '数字不对，请再看一眼手机。'
const OVER = '这次请求已结束。请重新开始。'
const CODE_WANTED = '输入手机上显示的6位数字'

describe('websites that ask for the identity on the phone', () => {
  let world: Websites
  let app: Page
  let screen: Page

  beforeAll(async () => {
    world = await openWebsites()
    app = await world.openApp()
  })
  afterAll(() => world?.close())

  /** A website on the computer shows its QR, and the phone reads it. */
  const ask = async (id: 'hall' | 'bank') => {
    await screen?.close()
    screen = await world.visit(world.computer, id)
    await begin(screen, id)
    await world.scan(app, screen)
  }
  /** What the phone shows at last is closed. */
  const finish = async (words: string) => {
    await tap(app, words)
    await see(app, HOME.present.zh)
  }

  test('a citizen signs in on a computer: scans, chooses, agrees, and types the digits that the phone shows', async () => {
    await ask('hall')
    await see(app, '南沙网上政务大厅（样本）')
    await see(app, '网址：hall.localhost')
    await see(app, '姓名、身份号码')
    expect(await findFaults(app, 'website-asks')).toEqual([])
    await tap(app, '住址 · 添加')
    await see(app, '姓名、身份号码、住址')
    await tap(app, TEXTS.approve.zh)
    await see(screen, CODE_WANTED)
    expect(await findFaults(app, 'website-answered')).toEqual([])
    await typeCode(screen, await digitsOn(app))
    await see(screen, world.person.name)
    await see(screen, world.person.address)
  })

  test('the application is filled in, and gets a number', async () => {
    await screen.getByRole('button', { name: '提交申请' }).click()
    await see(screen, '申请已受理')
    await finish(TEXTS.done.zh)
  })

  test('the history on the phone says who got what, and whom to ask to erase it', async () => {
    await tap(app, HOME.history.zh)
    await see(app, HISTORY.lead.zh)
    await see(app, '提供了：姓名、身份号码、住址')
    await see(app, '020-12345 · hall@nansha.example')
    expect(await findFaults(app, 'website-history')).toEqual([])
    await tap(app, COMPLAINT_TEXTS.erase.zh)
    await see(app, '根据《个人信息保护法》第四十七条，请予删除并告知结果。')
    await finish('返回')
  })

  test('a bank opens an account: the phone shows in words what is agreed to, and the face was just seen', async () => {
    await ask('bank')
    await see(app, '在南沙湾银行（样本）开立个人活期账户')
    await see(app, '本人为账户的实际控制人')
    await see(app, '账户关闭后保存10年')
    await tap(app, TEXTS.approve.zh)
    await see(screen, CODE_WANTED)
    await typeCode(screen, await digitsOn(app))
    await see(screen, world.person.number)
    await screen.getByRole('button', { name: '确认开户' }).click()
    await see(screen, '账户已开立（样本）')
    await finish(TEXTS.done.zh)
  })

  test('who declines on the phone shares nothing, and the page says so', async () => {
    await ask('hall')
    await tap(app, TEXTS.decline.zh)
    await see(app, TEXTS.declinedText.zh)
    await see(screen, '您在手机上拒绝了，没有提供任何信息。')
    await finish(TEXTS.home.zh)
  })

  test('who leaves in the middle shares nothing, and begins again on the page', async () => {
    await ask('hall')
    await app.goBack()
    await see(app, HOME.present.zh)
    await screen.goto(new URL('/', screen.url()).href)
    await begin(screen, 'hall')
    await world.scan(app, screen)
    await tap(app, TEXTS.decline.zh)
    await finish(TEXTS.home.zh)
  })

  test('other digits than the phone shows sign nobody in, and after three tries not even those', async () => {
    await ask('hall')
    await tap(app, TEXTS.approve.zh)
    await see(screen, CODE_WANTED)
    const digits = await digitsOn(app)
    for (const _ of ['first', 'second']) {
      await typeCode(screen, otherThan(digits))
      await see(screen, WRONG)
    }
    await typeCode(screen, otherThan(digits))
    await see(screen, OVER)
    await begin(screen, 'hall')
    await finish(TEXTS.done.zh)
  })

  test('without a network the phone says so, and nothing is shared', async () => {
    await screen.close()
    screen = await world.visit(world.computer, 'hall')
    await begin(screen, 'hall')
    const link = await linkOn(screen)
    await world.phone.setOffline(true)
    await follow(app, link)
    await see(app, STOPPED_TITLES.OFFLINE?.zh ?? '')
    await world.phone.setOffline(false)
    await finish(TEXTS.home.zh)
  })

  test('a QR of more than a minute ago has expired, while the page shows another', async () => {
    await screen.close()
    screen = await world.visit(world.computer, 'hall')
    await begin(screen, 'hall')
    const old = await linkOn(screen)
    await new Promise((resolve) => setTimeout(resolve, (LINK_SECONDS + 2) * 1000))
    await expect.poll(() => linkOn(screen)).not.toBe(old)
    await follow(app, old)
    await see(app, STOPPED_TITLES.PORTAL_REQUEST_EXPIRED?.zh ?? '')
    await finish(TEXTS.home.zh)
  })

  test('on one phone the page opens the app, and the app leads back to the page, signed in', async () => {
    const page = await world.visit(world.phone, 'hall')
    await begin(page, 'hall')
    await page.getByRole('link', { name: '南沙身份就在这台设备上？直接打开' }).click()
    await tap(page, TEXTS.approve.zh)
    await see(page, TEXTS.returnTitle.zh)
    await tap(page, TEXTS.back.zh)
    await see(page, '以下内容来自您的南沙身份，请核对。')
    await see(page, world.person.number)
    await page.close()
  })
})

async function begin(screen: Page, id: 'hall' | 'bank'): Promise<void> {
  await screen.getByRole('button', { name: BEGIN[id] }).click()
  await screen.locator('#qr svg').waitFor()
}

async function linkOn(screen: Page): Promise<string> {
  return (await screen.locator('#qr').getAttribute('data-link')) ?? ''
}

/** Opens a link in the app as the chat app's own scanner does. */
async function follow(app: Page, link: string): Promise<void> {
  const page = `#/online/answer/index?q=${encodeURIComponent(link)}`
  await app.evaluate((hash) => {
    window.location.hash = hash
  }, page)
}

function see(page: Page, words: string): Promise<void> {
  return page.getByText(words).filter({ visible: true }).first().waitFor()
}
