import { COMMON } from '@nansha/kit/texts/common'
import type { ErrorCode } from '@nansha/shared/errors'
import { refusalLook } from '@nansha/verifier/src/parts/refusals'
import type { Page } from 'playwright-core'
import { TEXTS } from '#verifier/texts'
import { openPhone, type Phone, tap } from './phone'

const NEXT_GUEST = TEXTS.nextGuest.zh

export async function openDeskPhone(url: string, profile: string): Promise<Phone> {
  return openPhone(`${url}/verifier/?profile=${profile}`)
}

/** Holds `picture` before the scanner, until the desk has a verdict or a portrait to compare. */
export async function scan(phone: Phone, picture: Buffer): Promise<void> {
  await beginScan(phone, picture)
  const { page } = phone
  // The desk wants the last phone gone before it believes in a new one; a fake camera cannot take it away.
  const held = visibleButton(page, TEXTS.scanSame.zh)
  const verdict = page
    .getByText(TEXTS.compare.zh)
    .or(visibleButton(page, TEXTS.scanAgain.zh))
    .filter({ visible: true })
  await held.or(verdict).first().waitFor()
  if (await held.isVisible()) await held.click()
}

/** Opens the scanner anew before `picture`, for a fake camera does not see things change. */
export async function beginScan(phone: Phone, picture: Buffer): Promise<void> {
  await leaveScanner(phone)
  await phone.camera.see(picture)
  await tap(phone.page, TEXTS.startScanning.zh)
}

/** Back to where a check starts. Before the next picture is in view: a scanner that is open might read it on the way. */
async function leaveScanner({ page }: Phone): Promise<void> {
  const nextGuest = visibleButton(page, NEXT_GUEST).or(visibleButton(page, TEXTS.scanAgain.zh))
  const start = visibleButton(page, TEXTS.startScanning.zh)
  const leave = visibleButton(page, COMMON.back.zh)
  await nextGuest.or(leave).or(start).first().waitFor()
  if (await nextGuest.isVisible()) await nextGuest.click()
  if (!(await start.isVisible())) await leave.click()
  await start.waitFor()
}

/** Waits until the clerk is told that the code in view is none of this system. */
export async function expectForeignCode({ page }: Phone): Promise<void> {
  await page.getByText(TEXTS.foreign.zh).filter({ visible: true }).waitFor()
}

function visibleButton(page: Page, words: string) {
  return page.getByRole('button', { name: words }).filter({ visible: true }).last()
}

/** Waits for the portrait and says whether it is the guest. */
export async function compare({ page }: Phone, isSamePerson: boolean): Promise<void> {
  await page.getByText(TEXTS.compare.zh).filter({ visible: true }).waitFor()
  await tap(page, isSamePerson ? TEXTS.samePerson.zh : TEXTS.otherPerson.zh)
}

/** Waits for the sentence of a refusal. */
export async function expectRefusal({ page }: Phone, code: ErrorCode): Promise<void> {
  await page.getByText(refusalLook(code).text.zh).filter({ visible: true }).first().waitFor()
}

export async function expectAccepted({ page }: Phone, words: readonly string[]): Promise<void> {
  await page.getByText(TEXTS.accepted.zh, { exact: true }).filter({ visible: true }).waitFor()
  for (const word of words) await page.getByText(word).filter({ visible: true }).first().waitFor()
}
