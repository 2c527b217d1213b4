import { MINUTE_MS } from '@nansha/shared/clock/durations'
import type { FrameLocator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EVENING_PARTIES } from '#demo/hotel-evening'
import { TEXTS } from '#demo/page/texts'
import { TEXTS as HOTEL } from '#verifier/desk/hotel-texts'
import { startWholeCloud } from './support/cloud'
import { openPhone, type Phone, tap } from './support/phone'

const texts = TEXTS.zh
/** A report is sent within a minute, and again after one, two and four. */
const REPORTED_WITHIN = 6 * MINUTE_MS

let cloud: Awaited<ReturnType<typeof startWholeCloud>>
let browser: Phone
let authority: FrameLocator

beforeAll(async () => {
  cloud = await startWholeCloud()
  browser = await openPhone(`${cloud.url}/demo/`, { width: 1460, height: 960 })
  authority = browser.page.frameLocator(`iframe[title="${texts.authority}"]`)
})
afterAll(async () => {
  await browser?.close()
  await cloud?.close()
})

const playEvening = async () => {
  await tap(browser.page, texts.evening)
  const all = texts.eveningCame.replaceAll(/\{\w+\}/g, String(EVENING_PARTIES))
  await browser.page.getByText(all).waitFor()
  await browser.page.getByRole('button', { name: texts.evening }).waitFor()
}
const received = async () => authority.locator('article').count()
const expectReceived = (stays: number) =>
  expect.poll(received, { timeout: REPORTED_WITHIN, interval: 1000 }).toBe(stays)

test('a hotel’s evening is played on the demo page, and the authority’s page beside it opens what it receives', async () => {
  await playEvening()
  await expectReceived(EVENING_PARTIES)
  expect(await authority.getByText('无法解开').count()).toBe(0)
  const desk = browser.page.frameLocator(`iframe[title="${texts.desk}"]`)
  await desk.getByRole('button', { name: HOTEL.here.zh }).filter({ visible: true }).click()
  await desk.getByText('1206').filter({ visible: true }).first().waitFor()
})

test('what is registered while the authority is off the network is received once it is back', async () => {
  await tap(authority, '断开网络 Switch off')
  await authority.getByText('网络已断开').waitFor()
  await playEvening()
  await new Promise((resolve) => setTimeout(resolve, MINUTE_MS + 5_000))
  expect(await received()).toBe(EVENING_PARTIES)
  await tap(authority, '接通网络 Switch on')
  await expectReceived(2 * EVENING_PARTIES)
})
