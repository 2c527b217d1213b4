import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { TEXTS as RECEIPT } from '@nansha/citizen/src/present/receipt-texts'
import { TEXTS as CODE } from '@nansha/verifier/src/check/desk-code/texts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TEXTS as DESK, STOPPED_TEXTS } from '#citizen/desk/texts'
import { CAST, type CastMember } from '#demo/cast'
import { DESKS, type DemoDesk } from '#demo/desks'
import { TEXTS as COMPANION } from '#verifier/texts'
import { applicant } from './support/applicant'
import { enrol, goHomeAfterIssue, openCitizenPhone } from './support/citizen-phone'
import { startWholeCloud } from './support/cloud'
import { compare, expectAccepted, openDeskPhone } from './support/desk-phone'
import { type Phone, tap } from './support/phone'

const { organisation: BANK, profile: CLERK } = DESKS.find(({ scenario }) => scenario === 'bank') as DemoDesk
const [WANQING] = CAST as [CastMember, CastMember, CastMember]

describe('a bank, from its screen to the citizen and back', () => {
  let cloud: Awaited<ReturnType<typeof startWholeCloud>>
  let citizen: Phone
  let desk: Phone

  beforeAll(async () => {
    cloud = await startWholeCloud()
    citizen = await openCitizenPhone(cloud.url, 'citizen-1')
    desk = await openDeskPhone(cloud.url, CLERK)
    expect(await enrol(citizen, await applicant(WANQING))).toBe('issued')
    await goHomeAfterIssue(citizen.page)
  })
  afterAll(async () => {
    await Promise.all([citizen?.close(), desk?.close()])
    await cloud?.close()
  })

  test('the citizen scans the desk’s screen and sees who asks, before anything is shown', async () => {
    await tap(desk.page, COMPANION.showCode.zh)
    await citizen.camera.see(await photographDesk(desk))
    await tap(citizen.page, HOME.deskCode.zh)
    await see(citizen, BANK.zh)
    await see(citizen, '姓名、身份号码、住址、照片、证件有效期')
    await desk.page.getByRole('img', { name: CODE.codeLabel.zh }).filter({ visible: true }).waitFor()
  })

  test('what was approved comes to that screen, and the clerk’s word to the citizen', async () => {
    await tap(citizen.page, DESK.approve.zh)
    await compare(desk, true)
    await expectAccepted(desk, [WANQING.person.name, WANQING.person.number])
    await see(citizen, RECEIPT.accepted.zh)
    await see(citizen, BANK.zh)
  })

  test('the code that was answered is not answered again', async () => {
    await tap(citizen.page, DESK.scanAgain.zh)
    await tap(citizen.page, DESK.approve.zh)
    await see(citizen, STOPPED_TEXTS.DESK_CODE_USED.title.zh)
  })
})

/** A photo of the desk's screen once its code stands still. */
async function photographDesk({ page }: Phone): Promise<Buffer> {
  await page.getByRole('img', { name: CODE.codeLabel.zh }).filter({ visible: true }).click({ trial: true })
  return page.screenshot()
}

function see({ page }: Phone, words: string): Promise<void> {
  return page.getByText(words).filter({ visible: true }).first().waitFor()
}
