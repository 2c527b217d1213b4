import { setTimeout } from 'node:timers/promises'
import { ACCEPTED_AFTER } from '@nansha/shared/ticket/ticket'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAST, type CastMember } from '#demo/cast'
import { applicant } from './support/applicant'
import {
  enrol,
  goHomeAfterIssue,
  openCitizenPhone,
  photographScreen,
  presentAnother,
  presentOn,
} from './support/citizen-phone'
import { startWholeCloud } from './support/cloud'
import {
  beginScan,
  compare,
  expectAccepted,
  expectForeignCode,
  expectRefusal,
  openDeskPhone,
  scan,
} from './support/desk-phone'
import { drawCode, readCode, tamper } from './support/forge-code'
import type { Phone } from './support/phone'

const [WANQING, ZHAO] = CAST as [CastMember, CastMember, CastMember]

describe('the whole job, in two browsers', () => {
  let cloud: Awaited<ReturnType<typeof startWholeCloud>>
  let citizen: Phone
  let desk: Phone
  let used: Buffer
  /** A screenshot that grows old while another test runs, and when it was taken. */
  let kept: Buffer
  let keptAt: number

  beforeAll(async () => {
    cloud = await startWholeCloud()
    citizen = await openCitizenPhone(cloud.url, 'citizen-1')
    desk = await openDeskPhone(cloud.url, 'desk1')
  })
  afterAll(async () => {
    await Promise.all([citizen?.close(), desk?.close()])
    await cloud?.close()
  })

  test('a citizen enrols with a card and a face before the camera, and shows a code', async () => {
    expect(await enrol(citizen, await applicant(WANQING))).toBe('issued')
    await goHomeAfterIssue(citizen.page)
    await presentOn(citizen.page)
  })

  test('the desk reads it off the screen, compares the portrait and accepts', async () => {
    used = await photographScreen(citizen)
    await scan(desk, used)
    await compare(desk, true)
    await expectAccepted(desk, [WANQING.person.name, WANQING.person.number.slice(-4)])
  })

  test('the same picture once more is a replay', async () => {
    await scan(desk, used)
    await expectRefusal(desk, 'TICKET_REPLAYED')
  })

  test('a code whose content was changed is refused', async () => {
    await presentAnother(citizen)
    const text = await readCode(await photographScreen(citizen))
    await scan(desk, await drawCode(tamper(text)))
    await expectRefusal(desk, 'TICKET_UNKNOWN')
  })

  test('any other QR code is passed over, and the clerk told whose code it is not', async () => {
    await beginScan(desk, await drawCode('https://example.com/menu'))
    await expectForeignCode(desk)
  })

  test('somebody else before the camera gets no credential', async () => {
    kept = await photographScreen(citizen)
    keptAt = Date.now()
    const thief = await openCitizenPhone(cloud.url, 'thief')
    const { acting } = await applicant(WANQING)
    expect(await enrol(thief, { ...(await applicant(ZHAO)), acting })).toBe('refused')
    await thief.close()
  })

  test('a screenshot kept too long has expired, while the phone shows a new code', async () => {
    await setTimeout(keptAt + (ACCEPTED_AFTER + 2) * 1000 - Date.now())
    expect(await readCode(await photographScreen(citizen))).not.toBe(await readCode(kept))
    await scan(desk, kept)
    await expectRefusal(desk, 'TICKET_EXPIRED')
  })

  test('an account that is no staff sees why it cannot check', async () => {
    const stranger = await openDeskPhone(cloud.url, 'nobody')
    await expectRefusal(stranger, 'STAFF_NOT_ENTITLED')
    await stranger.close()
  })
})
