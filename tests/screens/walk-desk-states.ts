import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { FACE_ANSWERS } from '@nansha/shared/api/verify'
import type { ErrorCode } from '@nansha/shared/errors'

import { CARD_TEXTS } from '@nansha/verifier/src/check/card-texts'
import { FACE_ANSWER_TEXTS, LIVE_TEXTS } from '@nansha/verifier/src/check/live-texts'
import { TEXTS as STAFF } from '@nansha/verifier/src/manage/staff/texts'
import { refusalLook } from '@nansha/verifier/src/parts/refusals'
import { TEXTS } from '@nansha/verifier/src/texts'
import type { Page } from 'playwright-core'
import { forceAnswer } from './force-answer'
import { pictureOf, pictureOfCode, type Walk } from './walk'
import { HOLDER } from './world'

/** A code of the holder's phone. @param scenario its purpose */
async function showCode(
  { open, press }: Walk,
  scenario: string,
): Promise<{ readonly phone: Page; readonly code: Buffer }> {
  const phone = await open('citizen', HOLDER, `/present/index?scenario=${scenario}`)
  await press(phone, PRESENT.approve)
  return { phone, code: await pictureOfCode(phone) }
}

/** Both pictures of a pass, which a phone shows in turn. */
async function framesOf(phone: Page): Promise<[Buffer, Buffer]> {
  const canvas = phone.locator('canvas').filter({ visible: true }).last()
  const drawn = () => canvas.evaluate((shown) => (shown as HTMLCanvasElement).toDataURL())
  const first = await drawn()
  let other = first
  while (other === first) other = await drawn()
  return [await pictureOf(first), await pictureOf(other)]
}

/** The plastic card after a refusal: each thing that a clerk can see of it. */
export async function walkCards(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const { phone, code } = await showCode(walk, 'hotel')
  await phone.close()
  const desk = await open('verifier', 'desk1', '/check/index?scenario=hotel', (page) =>
    forceAnswer(page, 'verify', 'ticket', { ok: false, code: 'TICKET_UNKNOWN', details: {} }),
  )
  const release = await forceAnswer(desk, 'verify', 'card-check', 'no network')
  await walk.scanPicture(desk, TEXTS.scanOtherWay, code)
  await press(desk, CARD_TEXTS.ask)
  await see(desk, 'check-card', CARD_TEXTS.lead)
  await press(desk, CARD_TEXTS.matchesIt)
  await see(desk, 'check-card-unrecorded', TEXTS.nextGuest)
  await release()
  for (const [name, answer, text] of [
    ['check-card-matches', CARD_TEXTS.matchesIt, CARD_TEXTS.matches.text],
    ['check-card-differs', CARD_TEXTS.differsFromIt, CARD_TEXTS.differs.text],
    ['check-card-missing', CARD_TEXTS.isMissing, CARD_TEXTS.missing.text],
  ] as const) {
    await press(desk, answer)
    await see(desk, name, text)
    await press(desk, TEXTS.nextGuest)
    if (name === 'check-card-missing') break
    await walk.scanPicture(desk, TEXTS.scanOtherWay, code)
    await press(desk, CARD_TEXTS.ask)
  }
  await desk.close()
}

/** A clerk who is not sure has a photo compared. */
export async function walkLive(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const comparison = 'A'.repeat(22)
  for (const answer of FACE_ANSWERS) {
    const { phone, code } = await showCode(walk, 'hotel')
    const desk = await open('verifier', 'desk1', '/check/index?scenario=hotel', async (page) => {
      const begun = { ok: true, comparison, upload: `compare/${comparison}` }
      await forceAnswer(page, 'verify', 'begin-comparison', begun)
      await forceAnswer(page, 'verify', 'compare-faces', { ok: true, answer })
      await page.route('**/files?**', (route) => route.fulfill({ json: { fileID: 'cloud://photo' } }))
    })
    await walk.scanPicture(desk, TEXTS.scanOtherWay, code)
    await see(desk, 'live-offer', LIVE_TEXTS.offer)
    await press(desk, LIVE_TEXTS.offer)
    await see(desk, 'live-ask', LIVE_TEXTS.consent)
    await press(desk, LIVE_TEXTS.agreed)
    await see(desk, 'live-photo', LIVE_TEXTS.hint)
    await press(desk, LIVE_TEXTS.take)
    await see(desk, `live-${answer}`, FACE_ANSWER_TEXTS[answer])
    await phone.close()
    await desk.close()
  }
}

/** A station's gate with and without network, and a pass at it; a cinema. */
export async function walkGate(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const gate = await open('verifier', 'gate1')
  await see(gate, 'desk-gate', TEXTS.startScanning)
  await press(gate, TEXTS.startScanning)
  await see(gate, 'scan-gate', TEXTS.aim)
  await gate.close()
  const offline = await open('verifier', 'gate1', '', async (page) => {
    await forceAnswer(page, 'verify', 'session', 'no network')
  })
  await see(offline, 'desk-gate-offline', TEXTS.unreachableDesk)
  await press(offline, TEXTS.startScanning)
  await offline.context().setOffline(true)
  await see(offline, 'scan-gate-offline', TEXTS.offlineGate)
  await offline.context().setOffline(false)
  await offline.close()

  const pass = await showCode(walk, 'gate')
  const passing = await open('verifier', 'gate1', '/check/index?scenario=gate')
  for (const frame of await framesOf(pass.phone)) await walk.scanPicture(passing, TEXTS.scanOtherWay, frame)
  await see(passing, 'compare-pass', TEXTS.samePerson)
  await press(passing, TEXTS.samePerson)
  await see(passing, 'accepted-pass', TEXTS.accepted)
  await pass.phone.close()
  await passing.close()

  const age = await showCode(walk, 'age')
  const cinema = await open('verifier', 'cinema1', '/check/index?scenario=age')
  await walk.scanPicture(cinema, TEXTS.scanOtherWay, age.code)
  await see(cinema, 'compare-age', TEXTS.samePerson)
  await press(cinema, TEXTS.samePerson)
  await see(cinema, 'accepted-age', TEXTS.accepted)
  await age.phone.close()
  await cinema.close()
}

const SESSIONS: readonly ErrorCode[] = [
  'LICENCE_EXPIRED',
  'LICENCE_SUSPENDED',
  'CLOCK_BEHIND',
  'TRUST_OUTDATED',
  'TRUST_INVALID',
]

/** Why a desk cannot work now; and a manager who invites and removes. */
export async function walkSessions({ open, see, press }: Walk): Promise<void> {
  for (const code of SESSIONS) {
    const desk = await open('verifier', 'desk1', '', (page) =>
      forceAnswer(page, 'verify', 'session', { ok: false, code, details: {} }),
    )
    await see(desk, `session-${code}`, refusalLook(code).title)
    await desk.close()
  }
  const offline = await open('verifier', 'desk1', '', (page) =>
    forceAnswer(page, 'verify', 'session', 'no network'),
  )
  await see(offline, 'session-unreachable', TEXTS.noScenario)
  await offline.close()
  const slow = await open('verifier', 'desk1', '', (page) => forceAnswer(page, 'verify', 'session', 'never'))
  await see(slow, 'session-loading', TEXTS.loading)
  await slow.close()
  const hall = await open('verifier', 'hall1')
  await press(hall, TEXTS.staffList)
  await press(hall, STAFF.makeInvitation)
  await see(hall, 'staff-invited', STAFF.invitationHelp)
  await press(hall, STAFF.another)
  await see(hall, 'staff-invitations', STAFF.openInvitations)
  await press(hall, STAFF.withdraw)
  await hall.close()
}
