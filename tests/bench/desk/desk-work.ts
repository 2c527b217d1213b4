import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { ARRIVE_TEXTS } from '@nansha/verifier/src/stays/arrive/texts'
import { TEXTS } from '@nansha/verifier/src/texts'
import type { Locator, Page } from 'playwright-core'
import type { CameraFile } from '../../e2e/support/camera-file'
import { enterPin } from '../../screens/enter-pin'
import { filmPhone } from './film-phone'
import { lastVerdict } from './watch-verdicts'

const REACH_MS = 500
/** The scanner takes the next phone once its view was clear for a second and a half. */
const CLEAR_MS = 2000

export interface Arrival {
  /** Milliseconds from the code in view to the portrait, and to *checked in, report queued*. */
  readonly portrait: number
  readonly queued: number
  /** Besides the digits of the room. */
  readonly taps: number
}

/** A guest shows a code; the clerk compares, and gives the room. Taps follow each other at once. */
export async function checkIn(phone: Page, desk: Page, camera: CameraFile, room: string): Promise<Arrival> {
  await showNewCode(phone)
  await desk.getByText(TEXTS.aim.zh).filter({ visible: true }).waitFor()
  let taps = 0
  const tap = async (control: Locator) => {
    await control.click()
    taps++
  }
  const filmed = await filmPhone(phone, camera)
  await button(desk, TEXTS.samePerson.zh).waitFor()
  const portrait = performance.now() - filmed.since
  await tap(button(desk, TEXTS.samePerson.zh))
  await tap(button(desk, TEXTS.checkIn.zh))
  const field = desk.getByLabel(ARRIVE_TEXTS.room.zh, { exact: true }).filter({ visible: true })
  await field.waitFor()
  if (!(await getsFocus(field))) await tap(field)
  await desk.keyboard.type(room)
  await tap(button(desk, ARRIVE_TEXTS.confirmArrival.zh))
  await desk.getByText(ARRIVE_TEXTS.arrived.zh.replace('{room}', room)).filter({ visible: true }).waitFor()
  const queued = performance.now() - filmed.since
  await filmed.takeAway()
  await button(desk, ARRIVE_TEXTS.next.zh).click()
  return { portrait, queued, taps }
}

/** A passenger shows a pass where neither side has a network. @returns see {@link lastVerdict} */
export async function passGate(phone: Page, desk: Page, camera: CameraFile): Promise<number> {
  await showNewCode(phone)
  await desk.getByText(TEXTS.aim.zh).filter({ visible: true }).waitFor()
  for (const page of [phone, desk]) await page.context().setOffline(true)
  await desk.waitForTimeout(CLEAR_MS)
  const filmed = await filmPhone(phone, camera)
  await button(desk, TEXTS.samePerson.zh).waitFor()
  const verdict = await lastVerdict(desk)
  await button(desk, TEXTS.samePerson.zh).click()
  await desk.getByText(TEXTS.accepted.zh, { exact: true }).filter({ visible: true }).waitFor()
  await filmed.takeAway()
  for (const page of [phone, desk]) await page.context().setOffline(false)
  await button(desk, TEXTS.nextGuest.zh).click()
  const end = button(phone, PRESENT.end.zh)
  await end.or(button(phone, PRESENT.presentAgain.zh)).first().waitFor()
  if (await end.isVisible()) await end.click()
  return verdict
}

/** From wherever the phone is to a code that was not used yet. */
async function showNewCode(phone: Page): Promise<void> {
  const again = button(phone, PRESENT.presentAgain.zh)
  const approve = button(phone, PRESENT.approve.zh)
  await again.or(approve).first().waitFor()
  if (await again.isVisible()) await again.click()
  await approve.click()
  await enterPin(phone, PRESENT.renews.zh.split('}').at(-1) ?? '')
  // A trial click waits until the code stands still: pages slide in.
  await phone.locator('canvas').filter({ visible: true }).last().click({ trial: true })
}

/** Whether a field has the keyboard before a hand could reach it. */
async function getsFocus(field: Locator): Promise<boolean> {
  const until = performance.now() + REACH_MS
  while (performance.now() < until)
    if (await field.evaluate((element) => element === document.activeElement)) return true
  return false
}

/** A button may count seconds behind its words. */
function button(page: Page, words: string): Locator {
  return page
    .getByRole('button', { name: new RegExp(`^${words}( · \\d+)?$`) })
    .filter({ visible: true })
    .last()
}
