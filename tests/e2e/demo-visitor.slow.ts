import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAST, type CastMember } from '#demo/cast'
import { TEXTS } from '#demo/page/texts'
import type { Act } from '#demo/specimen/act-face'
import { actedSelfie } from '../support/acted-cast'
import { enrolOn } from './support/citizen-phone'
import { startWholeCloud } from './support/cloud'
import { openPhone, type Phone, tap } from './support/phone'

const [, VISITOR] = CAST as [CastMember, CastMember]
const texts = TEXTS.zh

let cloud: Awaited<ReturnType<typeof startWholeCloud>>
let browser: Phone

beforeAll(async () => {
  cloud = await startWholeCloud()
  browser = await openPhone(`${cloud.url}/demo/`, { width: 1460, height: 960 })
})
afterAll(async () => {
  await browser?.close()
  await cloud?.close()
})

test('a visitor of the demo page enrols with a specimen card of their own face, from the webcam', async () => {
  const { page, camera } = browser
  const citizen = page.frameLocator(`iframe[title="${texts.citizen}"]`)
  await camera.see(await actedSelfie(VISITOR, 'look-straight'))
  await tap(page, texts.own)
  await tap(page, `${texts.take} · ${texts.female}`)
  await page.locator('.hint b').filter({ hasText: '样' }).waitFor()

  const typed = {
    name: await page.locator('.hint b').innerText(),
    number: await page.locator('.hint code').innerText(),
  }
  const turnCard = () => tap(page, texts.turnCard)
  const direct = async (act: Act) => camera.see(await actedSelfie(VISITOR, act))
  expect(await enrolOn(citizen, typed, { turnCard, direct })).toBe('issued')
})
