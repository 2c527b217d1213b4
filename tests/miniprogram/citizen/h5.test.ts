import { TEXTS as LOG } from '@nansha/citizen/src/log/texts'
import { TEXTS as RECEIPT } from '@nansha/citizen/src/present/receipt-texts'
import { PASS_PREFIX } from '@nansha/shared/pass/pack-pass'
import { PORTRAIT_PREFIX } from '@nansha/shared/pass/portrait-frame'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '#support/eventually'
import { readQr } from '../../support/read-qr'
import { showCode } from '../support/shown-code'
import { openCitizenBrowser } from './support/citizen-browser'

let phones: Awaited<ReturnType<typeof openCitizenBrowser>>
beforeAll(async () => {
  phones = await openCitizenBrowser()
})
afterAll(() => phones.close())

const tap = (page: Page, words: string) =>
  page.getByRole('button', { name: words, exact: true }).filter({ visible: true }).last().click()
const see = (page: Page, words: string) => page.getByText(words).filter({ visible: true }).first().waitFor()

/** Photographs the screen until a code with this prefix was on it. */
async function scan(page: Page, prefix: string): Promise<string> {
  return eventually(async () => {
    const text = await readQr(new Uint8Array(await page.screenshot()))
    expect(text?.slice(0, 4)).toBe(prefix)
    return text as string
  })
}

describe('the citizen app in a browser', () => {
  test('a pass goes through a gate when nobody has a network', async () => {
    const { page, cloud, setNetwork } = await phones.open()
    await page.waitForFunction(() => localStorage.getItem('nansha:citizen:default:passes.age') !== null)
    await tap(page, '出示证件')
    await page.getByText('车站机场').filter({ visible: true }).last().click()
    await setNetwork(false)
    await tap(page, '同意并出示二维码')
    const proof = await scan(page, PASS_PREFIX)
    const portrait = await scan(page, PORTRAIT_PREFIX)
    const verdict = await cloud.verifyOffline({ proof, portrait }, 'gate')
    expect(verdict).toMatchObject({ verdict: 'accept', unlock: 'face', claims: { name: '李明' } })
  })

  test('the code on the screen never goes blank while it turns over', async () => {
    const { page } = await phones.open({ route: '/present/index' })
    await page.getByText('车站机场').filter({ visible: true }).last().click()
    await tap(page, '同意并出示二维码')
    await scan(page, PASS_PREFIX)
    const proofs = new Set<string>()
    const end = Date.now() + 18_000
    while (Date.now() < end) {
      const text = await readQr(new Uint8Array(await page.screenshot()))
      expect(text).toMatch(/^N[PF]1:/)
      if (text?.startsWith(PASS_PREFIX)) proofs.add(text)
    }
    expect(proofs.size).toBeGreaterThan(1)
  })

  test('a bank’s code, seen by the camera: who asks, what for, approval, receipt, not me', async () => {
    const { page, cloud } = await phones.open({ route: '/desk/answer/index' })
    const { code, nonce } = await cloud.showDeskCode('bank')
    await showCode(page, code)
    await see(page, '南沙湾银行')
    await see(page, '姓名、身份号码、住址、照片、证件有效期')
    expect(await cloud.collect(nonce)).toBeNull()
    await tap(page, '同意出示')
    await see(page, '已送达窗口')
    const seen = await cloud.collect(nonce)
    await see(page, RECEIPT.checkedText.zh)
    await cloud.confirm(seen?.useId ?? '', true)
    await see(page, '核验通过')

    await tap(page, '不是我本人使用')
    await tap(page, '确认不是我，立即冻结')
    await see(page, '证件已冻结')
    await tap(page, '去解除冻结')
    await tap(page, '解除冻结')
    await see(page, '立即冻结')
  })

  test.each([
    ['zh', 360, 1],
    ['en', 360, 2],
    ['en', 430, 1],
  ] as const)('nothing is cut off: %s, %i px, text × %i', async (language, width, textScale) => {
    const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
    const overflow = (page: Page) =>
      page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    const shown = async (route: string, words: string) => {
      const { page, cloud } = await phones.open({ language, width, textScale, route })
      await see(page, words)
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
      return { page, cloud }
    }
    await shown('/home/index', say('过闸 5 次、年龄证明 5 次', '5 gate, 5 age checks'))
    await shown('/offline/index', say('已备好', 'Ready to use'))
    const { page } = await shown('/log/issuances/index', LOG.title[language])
    await see(page, say('首次签发', 'First issued'))
    await tap(page, say('怎么核对的？', 'How was this checked?'))
    await see(page, say('记录的指纹', 'Fingerprint of the record'))
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    const desk = await shown('/desk/answer/index', say('将窗口二维码放入框内', 'Hold the code inside'))
    await showCode(desk.page, (await desk.cloud.showDeskCode('counter')).code)
    await see(desk.page, say('南沙湾银行', 'Nansha Bay Bank'))
    await expect.poll(() => overflow(desk.page)).toBeLessThanOrEqual(0)
  })
})
