import { unixSeconds } from '@nansha/shared/clock/durations'
import type { ErrorCode } from '@nansha/shared/errors'
import { refusalLook } from '@nansha/verifier/src/parts/refusals'
import { TEXTS as WARNINGS } from '@nansha/verifier/src/warnings/texts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readQr } from '../../support/read-qr'
import { showCode, showCodes } from '../support/shown-code'
import { type DeskBrowser, openDeskBrowser } from './support/desk-browser'
import { ticketThat } from './support/ticket-that'

const SCAN = '/check/index?scenario=hotel'

let desk: DeskBrowser
beforeAll(async () => {
  desk = await openDeskBrowser()
})
afterAll(() => desk.close())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const title = (code: ErrorCode) => refusalLook(code).title.zh
const tickets = () => desk.cloud.events.filter((event) => event.action === 'ticket')

describe('the companion in a browser', () => {
  test('a shift: opens, scans, compares, accepts, and waits for the phone to go before the next', async () => {
    const page = await desk.open()
    await page.getByText('南沙湾酒店').waitFor()
    await button(page, '开始扫码').click()
    await showCode(page, ticketThat('OK'))
    await page.getByText('欧阳思南').waitFor()
    await page.getByRole('img', { name: '欧阳思南 的照片' }).waitFor()
    await button(page, '是本人').click()
    await page.getByText('核验通过').waitFor()
    await button(page, /下一位/).click()

    await page.getByText('请先移开上一位的手机').waitFor()
    expect(tickets()).toHaveLength(1)

    await showCode(page, undefined)
    await page.getByText('将对方的二维码放入框内').waitFor()
    await showCode(page, ticketThat('TICKET_REPLAYED'))
    await page.getByText(title('TICKET_REPLAYED')).waitFor()
    expect(tickets()).toHaveLength(2)
  })

  test('the same phone can be checked again on purpose: by the button, or by starting anew', async () => {
    const page = await desk.open()
    await button(page, '开始扫码').click()
    await showCode(page, ticketThat('TICKET_EXPIRED'))
    await button(page, '重新扫码').click()
    await button(page, '再核验这个二维码').click()
    await button(page, '重新扫码').click()
    await button(page, '返回').click()
    await button(page, '开始扫码').click()
    await button(page, '重新扫码').waitFor()
    expect(tickets()).toHaveLength(3)
  })

  test('a payment code on the desk ends no check and holds nobody up', async () => {
    const payment = 'wxp://f2f0AbCdEfGhIjKlMnOpQrStUvWxYz0123456789'
    const page = await desk.open({ route: SCAN })
    await showCodes(page, [payment])
    await page.getByText('画面中的不是南沙身份二维码').waitFor()
    expect(tickets()).toHaveLength(0)
    await showCodes(page, [payment, ticketThat('TICKET_EXPIRED')])
    await button(page, '重新扫码').click()

    await page.getByText('请先移开上一位的手机').waitFor()
    await showCodes(page, [payment])
    await page.getByText('画面中的不是南沙身份二维码').waitFor()
    await showCodes(page, [ticketThat('OK'), payment])
    await page.getByText('欧阳思南').waitFor()
    expect(tickets()).toHaveLength(2)
  })

  test('goes on to the next guest by itself', async () => {
    const page = await desk.open({ route: SCAN })
    await showCode(page, ticketThat('OK'))
    await button(page, '是本人').click()
    await page.getByText('核验通过').waitFor()
    await showCode(page, undefined)
    await page.getByText('将对方的二维码放入框内').waitFor()
  })

  test('not the same person: red, and the server is told', async () => {
    const page = await desk.open({ route: SCAN })
    await showCode(page, ticketThat('OK'))
    await button(page, '不是本人').click()
    await page.getByText(title('PORTRAIT_MISMATCH')).waitFor()
    expect(desk.cloud.events.at(-1)).toMatchObject({ action: 'confirm', portraitMatches: false })
  })

  test('a clerk in doubt has the face compared after the person agreed, and decides all the same', async () => {
    const page = await desk.open({ route: SCAN })
    await page.route('**/files?path=*', (route) => route.fulfill({ json: { fileID: 'cloud://photo' } }))
    await showCode(page, ticketThat('OK'))
    await button(page, '拿不准？拍照比对').click()
    await page.getByText('请先征得对方同意').waitFor()
    await button(page, '对方同意').click()
    await button(page, '拍照比对').click()
    await page.getByText('比对结果：无法判断', { exact: false }).waitFor()
    expect(desk.cloud.events.slice(-2)).toMatchObject([
      { action: 'begin-comparison', consented: true },
      { action: 'compare-faces', photo: 'cloud://photo' },
    ])
    await button(page, '是本人').click()
    await page.getByText('核验通过').waitFor()
    expect(desk.cloud.events.at(-1)).toMatchObject({ action: 'confirm', portraitMatches: true })
  })

  test('after a refusal the plastic card is looked at, recorded, and the guest registered by it', async () => {
    const page = await desk.open({ route: SCAN })
    await showCode(page, ticketThat('TICKET_REPLAYED'))
    await button(page, '改查身份证原件').click()
    await button(page, '原件相符').click()
    await page.getByText('凭原件放行').waitFor()
    expect(desk.cloud.events.at(-1)).toMatchObject({
      action: 'card-check',
      scenario: 'hotel',
      refused: 'TICKET_REPLAYED',
      card: 'matches',
    })
    await button(page, '凭原件登记入住').click()
    await page.getByText('公民身份号码').first().waitFor()
  })

  test.each([
    'TICKET_EXPIRED',
    'TICKET_UNKNOWN',
    'SCENARIO_MISMATCH',
    'CREDENTIAL_FROZEN',
    'CREDENTIAL_REVOKED',
    'STAFF_NOT_ENTITLED',
    'LICENCE_EXPIRED',
    'QR_UNREADABLE',
  ] as const)('%s has its own screen', async (code) => {
    const page = await desk.open({ route: SCAN })
    await showCode(page, ticketThat(code))
    await page.getByText(title(code), { exact: true }).waitFor()
    await button(page, '重新扫码').click()
    await page.getByText('请先移开上一位的手机').waitFor()
  })

  test('reads a dim, blurred, noisy code', async () => {
    const page = await desk.open({ route: SCAN })
    await showCode(page, ticketThat('OK'), true)
    await page.getByText('欧阳思南').waitFor()
  })

  test('a cloud that cannot be reached: says so, keeps the ticket, and the decision too', async () => {
    const page = await desk.open({ route: SCAN })
    desk.cloud.network = false
    await showCode(page, ticketThat('OK'))
    await page.getByText(refusalLook('SERVICE_UNAVAILABLE').text.zh).waitFor()
    desk.cloud.network = true
    await button(page, '重试').click()
    await page.getByText('欧阳思南').waitFor()
    desk.cloud.network = false
    await button(page, '是本人').click()
    await page.getByText(refusalLook('SERVICE_UNAVAILABLE').text.zh).waitFor()
    desk.cloud.network = true
    await button(page, '是本人').click()
    await page.getByText('核验通过').waitFor()
  })

  test('the camera is refused: says where to allow it, and goes on once it is allowed', async () => {
    const page = await desk.open({ camera: 'none' })
    await page.evaluate(() => {
      const { mediaDevices } = navigator
      const canvas = document.createElement('canvas')
      let asked = 0
      mediaDevices.getUserMedia = async () => {
        if (asked++ === 0) throw new DOMException('Permission denied', 'NotAllowedError')
        return canvas.captureStream(5)
      }
    })
    await button(page, '开始扫码').click()
    await page.getByText('摄像头未授权').waitFor()
    await button(page, '去允许').click()
    await page.getByText(/正在打开摄像头|将对方的二维码放入框内/).waitFor()
  })

  test('no camera at all: says so', async () => {
    const page = await desk.open({ camera: 'none', route: SCAN })
    await page.getByText('摄像头不可用').waitFor()
    await button(page, '返回').click()
    await page.getByText('南沙湾酒店').waitFor()
  })

  test('someone without a desk joins one by an invitation', async () => {
    const page = await desk.open({ route: '/join/index' })
    desk.cloud.session = 'STAFF_NOT_ENTITLED'
    await page.goto(page.url().replace('/join/index', '/desk/index'))
    await button(page, '我有邀请码').click()
    await page.getByLabel('邀请码').fill('something else')
    await page.getByLabel('您的姓名').fill('林晓')
    await button(page, '加入').click()
    await page.getByText('邀请码无效、已使用或已撤回').waitFor()
    await page.getByLabel('邀请码').fill('invitation-0123456789')
    await button(page, '加入').click()
    await page.getByText('已加入 南沙湾酒店').waitFor()
    await button(page, '开始使用').click()
    await button(page, '开始扫码').waitFor()
  })

  test('a session that fails can be asked for again', async () => {
    const page = await desk.open({ session: 'SERVICE_UNAVAILABLE' })
    await page.getByText(title('SERVICE_UNAVAILABLE')).waitFor()
    desk.cloud.session = 'open'
    await button(page, '重试').click()
    await page.getByText('南沙湾酒店').waitFor()
  })

  test('speaks English, and remembers it', async () => {
    const page = await desk.open()
    await button(page, 'English').click()
    await button(page, 'Start scanning').waitFor()
    await page.reload()
    await button(page, 'Start scanning').waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  })

  test('a gate without network: proof and portrait in turn, accepted, and the data is named', async () => {
    const page = await desk.open()
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.endsWith(':trust-bundle')))
    const { proof, portrait } = await desk.cloud.signed.frames()
    desk.cloud.network = false
    await page.goto(page.url().replace(/#.*/, '#/check/index?scenario=gate'))
    await showCode(page, portrait)
    await page.getByText('已读到照片').waitFor()
    await showCode(page, proof)
    await page.getByText('李明').waitFor()
    await button(page, '是本人').click()
    await page.getByText('核验通过').waitFor()
  })

  test('an answer that nobody trusted signed is red', async () => {
    const page = await desk.open({ route: SCAN })
    desk.cloud.forged = true
    await showCode(page, ticketThat('OK'))
    await page.getByText(title('VERDICT_INVALID')).waitFor()
  })

  test('a bank shows a code that its own scanner reads, and changes it before it grows old', async () => {
    const page = await desk.open({ route: '/check/index?scenario=bank' })
    const code = page.getByRole('img', { name: '本窗口的二维码，供对方扫描' })
    await code.waitFor()
    expect(await readQr(await code.screenshot())).toMatch(/^ND1:/)
    await page.getByText(/\d+ 秒后自动更换/).waitFor()
  })

  test('a warning lies over the work, which goes on beneath', async () => {
    const page = await desk.open({ route: SCAN })
    const at = unixSeconds(Date.now())
    desk.cloud.warnings = [
      {
        id: 'disputed.use-1',
        kind: 'disputed',
        scenario: 'hotel',
        at,
        raisedAt: at,
        staff: '林晓',
        name: '李明',
      },
    ]
    await page.reload()
    await page.getByText(WARNINGS.disputed.zh).waitFor()
    await button(page, WARNINGS.understood.zh).click()
    await page.getByText('将对方的二维码放入框内').waitFor()
  })

  test.each([360, 430])('nothing is cut off at %i px with text twice as large', async (width) => {
    const page = await desk.open({ width })
    await page.addStyleTag({ content: 'html { font-size: 200% }' })
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    await button(page, '开始扫码').waitFor()
    await expect.poll(overflow).toBeLessThanOrEqual(0)
    await button(page, '开始扫码').click()
    await page.getByText('将对方的二维码放入框内').waitFor()
    await expect.poll(overflow).toBeLessThanOrEqual(0)
    await showCode(page, ticketThat('OK'))
    await button(page, '是本人').waitFor()
    await expect.poll(overflow).toBeLessThanOrEqual(0)
  })
})
