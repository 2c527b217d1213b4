import { TEXTS as COUNTER } from '@nansha/citizen/src/enrol/counter/texts'
import { TEXTS as HISTORY } from '@nansha/citizen/src/history/texts'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { TEXTS as LOST } from '@nansha/citizen/src/lost/texts'
import { COMPLAINT_TEXTS, DESK_COMPLAINT } from '@nansha/citizen/src/parts/complaint-texts'
import { PIN_TEXTS } from '@nansha/citizen/src/parts/pin-texts'
import { KINDS } from '@nansha/citizen/src/parts/use-entry-texts'
import { TEXTS as PIN } from '@nansha/citizen/src/pin/texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { TEXTS as SETTINGS } from '@nansha/citizen/src/settings/texts'
import { TEXTS as WALLETS } from '@nansha/citizen/src/wallets/texts'
import type { HistoryEntry, WalletStatus } from '@nansha/shared/api/wallet-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { ERRORS } from '@nansha/shared/errors'
import type { Page } from 'playwright-core'
import { forceAnswer } from './force-answer'
import type { Walk, Words } from './walk'
import { HOLDER } from './world'

/** Of the page that asks for the PIN. */
const PIN_LEAD = {
  zh: '确认是您本人在使用这部手机。',
  en: 'This confirms that you are the one holding this phone.',
}

const now = () => unixSeconds(Date.now())
const HOTEL = { zh: '南沙明珠酒店', en: 'Nansha Pearl Hotel' }

/** Every state in which the first page can be. */
export async function walkHome({ open, see, press }: Walk): Promise<void> {
  const states: readonly (readonly [name: string, status: WalletStatus, words: Words])[] = [
    ['home-revoked', { status: 'revoked', numberLocked: false }, HOME.revoked],
    ['home-expired', { status: 'expired', numberLocked: false }, HOME.expired],
    ['home-frozen-afar', { status: 'frozen', numberLocked: true }, HOME.frozen],
    [
      'home-rebinding',
      { status: 'valid', numberLocked: false, rebindingAt: now() + 72_000 },
      HOME.refuseRebinding,
    ],
  ]
  for (const [name, status, words] of states) {
    const page = await open('citizen', HOLDER, '', (page) =>
      forceAnswer(page, 'wallet', 'status', { ok: true, ...status }),
    )
    await see(page, name, words)
    if (name === 'home-frozen-afar') {
      await press(page, HOME.safety)
      await see(page, 'settings-frozen', SETTINGS.lockedText)
      await forceAnswer(page, 'wallet', 'unfreeze', { ok: false, code: 'UNLOCK_REQUIRED' })
      await press(page, SETTINGS.unfreeze)
      await see(page, 'unlock', PIN_LEAD)
      await forceAnswer(page, 'wallet', 'unlock', { ok: false, code: 'PIN_WRONG', details: { left: 3 } })
      await enterPin(page)
      await see(page, 'unlock-wrong', ERRORS.PIN_WRONG)
    }
    await page.close()
  }
  const noPin = await open('citizen', HOLDER, '', (page) =>
    page.addInitScript((key) => localStorage.removeItem(key), `nansha:citizen:${HOLDER}:pin`),
  )
  await see(noPin, 'home-without-pin', HOME.noPin)
  await noPin.close()
  const emptied = await open('citizen', 'emptied')
  await see(emptied, 'welcome-lost', ERRORS.CREDENTIAL_LOST)
  await emptied.close()
  const waiting = await open('citizen', 'waiting', '', (page) =>
    forceAnswer(page, 'enrol', 'collect', { ok: true, readyAt: now() + 72_000 }),
  )
  await see(waiting, 'waiting', HOME.collect)
  await press(waiting, HOME.collect)
  await see(waiting, 'waiting-asked', HOME.notYet)
  await forceAnswer(waiting, 'enrol', 'collect', { ok: false, code: 'ENROLMENT_UNKNOWN' })
  await press(waiting, HOME.collect)
  await see(waiting, 'waiting-vetoed', HOME.vetoed)
  await waiting.close()
  const lost = await open('citizen', HOLDER, '/lost/index', (page) =>
    forceAnswer(page, 'wallet', 'freeze', { ok: true }),
  )
  await press(lost, LOST.freeze)
  await see(lost, 'lost-frozen', LOST.frozen)
  await lost.close()
}

async function enterPin(page: Page): Promise<void> {
  await page.locator('input[type=password]').filter({ visible: true }).fill('583920')
  await page.locator('.kit-button--primary').filter({ visible: true }).last().click()
}

/** Everything that can stand in a history, and its empty page. */
export async function walkHistory({ open, see, press }: Walk): Promise<void> {
  const kinds = Object.keys(KINDS) as HistoryEntry['kind'][]
  const entries = kinds.map((kind, n): HistoryEntry => {
    const isUse = kind === 'presented' || kind === 'refused'
    return {
      id: `entry-${n}`,
      kind,
      at: now() - n * 40_000,
      ...(isUse && { organisation: HOTEL, scenario: 'hotel', use: `${'A'.repeat(20)}${10 + n}` }),
      ...(kind === 'presented' && { disclosed: ['portrait', 'name', 'id_number_last4'] }),
      ...(kind === 'refused' && { code: 'TICKET_EXPIRED' }),
      ...(kind === 'frozen' && { by: 'telephone' as const }),
      ...(kind.startsWith('document') && { document: 'driving-licence' as const }),
    }
  })
  const full = await open('citizen', HOLDER, '/history/index', (page) =>
    forceAnswer(page, 'wallet', 'history', { ok: true, entries, isMore: true }),
  )
  await see(full, 'history-everything', KINDS.attempted)
  await forceAnswer(full, 'wallet', 'report-desk', { ok: true })
  await press(full, DESK_COMPLAINT.ask)
  await see(full, 'history-complaint', DESK_COMPLAINT.report)
  await press(full, COMPLAINT_TEXTS.erase)
  await see(full, 'history-letter', DESK_COMPLAINT.erased)
  await full.close()
  const empty = await open('citizen', HOLDER, '/history/index', (page) =>
    forceAnswer(page, 'wallet', 'history', { ok: true, entries: [] }),
  )
  await see(empty, 'history-empty', HISTORY.lead)
  await empty.close()
  const slow = await open('citizen', HOLDER, '/history/index', (page) =>
    forceAnswer(page, 'wallet', 'history', 'never'),
  )
  await see(slow, 'history-loading', HISTORY.lead)
  await slow.close()
}

/** A PIN that is set, not the same twice, or blocked; a code that cannot be had. */
export async function walkPin({ open, see, press, say }: Walk): Promise<void> {
  const page = await open('citizen', HOLDER, '/pin/index')
  const fields = page.locator('input[type=password]').filter({ visible: true })
  await fields.first().waitFor()
  for (const [n, digits] of ['139742', '583920', '583921'].entries()) await fields.nth(n).fill(digits)
  await see(page, 'pin-different', PIN_TEXTS.different)
  await forceAnswer(page, 'wallet', 'set-pin', { ok: false, code: 'PIN_WEAK' })
  await fields.nth(2).fill('583920')
  await press(page, PIN_TEXTS.save)
  await see(page, 'pin-weak', ERRORS.PIN_WEAK)
  await page.close()

  const stopped = await open('citizen', HOLDER, '/present/index', (page) =>
    forceAnswer(page, 'wallet', 'handles', { ok: false, code: 'SERVICE_UNAVAILABLE' }),
  )
  await stopped.evaluate((key) => localStorage.setItem(key, '[]'), `nansha:citizen:${HOLDER}:handles`)
  await stopped.reload()
  await press(stopped, PRESENT.approve)
  await see(stopped, 'present-unreachable', PRESENT.stopped)
  await stopped.close()
  const gate = await open('citizen', HOLDER, '/present/index?scenario=gate')
  await gate.getByText(say(PRESENT.chooseTitle)).filter({ visible: true }).waitFor()
  await press(gate, PRESENT.approve)
  await see(gate, 'code-pass', PRESENT.passWorks)
  await gate.close()
}

/** Other wallets: some that hold a copy, an offer, and why there is none. */
export async function walkWallets({ open, see, press }: Walk): Promise<void> {
  const wallets = [1, 2].map((n) => ({ id: `1.${n}`, issuedAt: now() - 86_400 * n, expiresAt: now() + 2e6 }))
  const page = await open('citizen', HOLDER, '/wallets/index', (page) =>
    forceAnswer(page, 'wallet', 'other-wallets', { ok: true, wallets }),
  )
  await see(page, 'wallets-held', WALLETS.withdraw)
  await press(page, WALLETS.withdraw)
  await see(page, 'wallets-withdraw', WALLETS.withdrawSure)
  const offer = `openid-credential-offer://?credential_offer_uri=${encodeURIComponent('https://id.nansha.example/offers/mXbGgYhUzmCk2nqCEX0aWw')}`
  await forceAnswer(page, 'wallet', 'offer-credential', {
    ok: true,
    offer,
    txCode: '493027',
    expiresAt: now() + 290,
  })
  await press(page, WALLETS.add)
  await see(page, 'wallets-offer', WALLETS.offerTitle)
  await press(page, WALLETS.done)
  await forceAnswer(page, 'wallet', 'offer-credential', { ok: false, code: 'UNLOCK_REQUIRED' })
  await press(page, WALLETS.add)
  await see(page, 'wallets-locked', PIN_LEAD)
  await page.close()
  const over = await open('citizen', HOLDER, '/wallets/index', (page) =>
    forceAnswer(page, 'wallet', 'offer-credential', { ok: true, offer, txCode: '493027', expiresAt: now() }),
  )
  await press(over, WALLETS.add)
  await see(over, 'wallets-over', WALLETS.over)
  await over.close()
  const tooMany = await open('citizen', HOLDER, '/wallets/index', (page) =>
    forceAnswer(page, 'wallet', 'offer-credential', { ok: false, code: 'ATTEMPTS_EXHAUSTED' }),
  )
  await press(tooMany, WALLETS.add)
  await see(tooMany, 'wallets-failed', WALLETS.failed)
  await tooMany.close()
}

/** The camera is refused, or another app has it; nothing more can be stored; there is no network. */
export async function walkDevice({ open, see, press }: Walk): Promise<void> {
  for (const [name, reason] of [
    ['denied', 'NotAllowedError'],
    ['busy', 'NotReadableError'],
  ] as const) {
    const refuse = (page: Page) =>
      page.addInitScript((reason) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', reason))
      }, reason)
    const scan = await open('citizen', HOLDER, '/desk/answer/index', refuse)
    await scan.getByRole('button').filter({ visible: true }).nth(2).waitFor()
    await see(scan, `scan-desk-camera-${name}`)
    await scan.close()
    const desk = await open('verifier', 'desk1', '/check/index?scenario=hotel', refuse)
    await desk.getByRole('button').filter({ visible: true }).nth(2).waitFor()
    await see(desk, `scan-camera-${name}`)
    await desk.close()
  }
  const full = await open('citizen', 'newcomer', '/enrol/counter/index', (page) =>
    page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('', 'QuotaExceededError')
      }
    }),
  )
  await press(full, COUNTER.apply)
  await see(full, 'counter-storage-full', ERRORS.STORAGE_FULL)
  await full.close()
  const page = await open('citizen', HOLDER)
  await see(page, 'home-online', HOME.present)
  await page.context().setOffline(true)
  await see(page, 'home-offline', HOME.offline)
  await page.context().setOffline(false)
  await page.close()
  const pin = await open('citizen', HOLDER, '/pin/index?forgotten=1')
  await see(pin, 'pin-by-face', PIN.lead)
  await pin.close()
}
