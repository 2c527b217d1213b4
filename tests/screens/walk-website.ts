import { STOPPED_TITLES, TEXTS } from '@nansha/citizen/src/online/texts'
import { COMPLAINT_TEXTS } from '@nansha/citizen/src/parts/complaint-texts'
import type { ErrorCode } from '@nansha/shared/errors'
import { forceAnswer } from './force-answer'
import type { Walk } from './walk'
import { HOLDER } from './world'

/** The two specimen websites ask, and every answer of the phone. */
export async function walkWebsite(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const asked = await open('citizen', HOLDER, await questionOf(walk, 'hall'))
  await see(asked, 'website-asks', TEXTS.shares)
  const release = await forceAnswer(asked, 'wallet', 'online-credential', LOCKED)
  await press(asked, TEXTS.approve)
  await asked.locator('input[type=password]').filter({ visible: true }).first().waitFor()
  await see(asked, 'website-locked')
  await release()
  await asked.close()

  const answered = await open('citizen', HOLDER, await questionOf(walk, 'hall'))
  await press(answered, TEXTS.approve)
  await see(answered, 'website-answered', TEXTS.answeredTitle)
  await answered.close()
  const history = await open('citizen', HOLDER, '/history/index')
  await see(history, 'website-history', COMPLAINT_TEXTS.erase)
  await press(history, COMPLAINT_TEXTS.erase)
  await see(history, 'website-erase', ERASED)
  await history.close()

  const bank = await open('citizen', HOLDER, await questionOf(walk, 'bank'))
  await see(bank, 'website-bank', TEXTS.agrees)
  await forceAnswer(bank, 'wallet', 'online-credential', LOCKED)
  await press(bank, TEXTS.approve)
  await see(bank, 'website-face', TEXTS.faceTitle)
  await bank.close()

  const declined = await open('citizen', HOLDER, await questionOf(walk, 'hall'))
  await press(declined, TEXTS.decline)
  await see(declined, 'website-declined', TEXTS.declinedTitle)
  await declined.close()

  for (const [code, details] of STOPS) {
    const page = await open('citizen', HOLDER, await questionOf(walk, 'hall'), (page) =>
      forceAnswer(page, 'present', 'any', { ok: false, code, details }),
    )
    await see(page, `website-${code}`, STOPPED_TITLES[code])
    await page.close()
  }
}

/** Of the sentence that names whom to write to. */
const ERASED = { zh: '已记下。', en: 'Noted.' }
const LOCKED = { ok: false, code: 'UNLOCK_REQUIRED', details: {} }

/** What stops an answer, once it was clear who is meant. */
const STOPS: readonly (readonly [code: ErrorCode, details: object])[] = [
  ['PORTAL_REQUEST_EXPIRED', {}],
  ['PORTAL_OVERASKS', { claims: 'ethnicity,address.formatted' }],
  ['PORTAL_UNREACHABLE', {}],
]

/** A website on a computer begins to ask. @returns the page of the app that its QR opens */
async function questionOf({ world }: Walk, id: 'hall' | 'bank'): Promise<string> {
  const screen = await world.browser.newPage({ locale: 'zh-CN' })
  try {
    await screen.goto(world.portals[id])
    await screen.getByRole('button').first().click()
    const link = await screen.locator('#qr[data-link]').getAttribute('data-link')
    return `/online/answer/index?q=${encodeURIComponent(link ?? '')}`
  } finally {
    await screen.close()
  }
}
