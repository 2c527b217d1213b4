import { TEXTS as COUNTER } from '@nansha/citizen/src/enrol/counter/texts'
import { createResidentNumber } from '@nansha/shared/resident-number'
import { TEXTS as FREEZE } from '@nansha/verifier/src/manage/freeze/texts'
import { TEXTS as OFFICER } from '@nansha/verifier/src/manage/officer/texts'
import { forceAnswer } from './force-answer'
import type { Walk, Words } from './walk'

const PERSON = { region: '440115', birthdate: '1988-06-01', sex: 'female' } as const

/** An officer with somebody's card: typed, photographed, compared, refused or approved. */
export async function walkOfficer({ open, see, press, say }: Walk): Promise<void> {
  const phone = await open('citizen', 'newcomer', '/enrol/counter/index')
  await press(phone, COUNTER.apply)
  const shown = phone.locator('.counter-code').filter({ visible: true })
  await shown.waitFor()
  const hall = await open('verifier', 'hall1', '/manage/officer/index')
  const fill = (label: Words, text: string) =>
    hall.getByLabel(say(label), { exact: true }).filter({ visible: true }).fill(text)
  await fill(OFFICER.code, await shown.innerText())
  await press(hall, OFFICER.open)
  await press(hall, OFFICER.typeInstead)
  await see(hall, 'officer-details', OFFICER.detailsTitle)
  await press(hall, OFFICER.allRight)
  await see(hall, 'officer-details-faults', OFFICER.detailsTitle)
  await fill(OFFICER.name, '买买提江·阿卜杜热合曼')
  await fill(
    OFFICER.idNumber,
    createResidentNumber(PERSON, () => 0),
  )
  await fill(OFFICER.ethnicity, '维吾尔')
  await fill(OFFICER.address, '广东省广州市南沙区南沙街道进港大道南海岸花园东区十二栋二单元一二零八房')
  await fill(OFFICER.cardValidity, '长期')
  await press(hall, OFFICER.allRight)
  await see(hall, 'officer-portrait', OFFICER.portraitUse)
  await press(hall, OFFICER.take)
  await see(hall, 'officer-review', OFFICER.reviewTitle)
  await press(hall, OFFICER.refuse)
  await see(hall, 'officer-refuse', OFFICER.refuseSure)
  await press(hall, OFFICER.keepChecking)
  const release = await forceAnswer(hall, 'enrol', 'counter-approve', {
    ok: false,
    code: 'FACE_NOT_FOUND',
    details: {},
  })
  await press(hall, OFFICER.approve)
  await see(hall, 'officer-portrait-again', OFFICER.portraitTitle)
  await release()
  await press(hall, OFFICER.take)
  await forceAnswer(hall, 'enrol', 'counter-approve', { ok: true })
  await press(hall, OFFICER.approve)
  await see(hall, 'officer-approved', OFFICER.approved)
  await phone.close()
  await hall.goto(hall.url().replace(/#.*/, '#/manage/freeze/index'))
  await fill(OFFICER.name, '陈志明')
  await fill(OFFICER.idNumber, '44011519880601002')
  await press(hall, FREEZE.freeze)
  await see(hall, 'officer-freeze-faults', FREEZE.lead)
  await fill(
    OFFICER.idNumber,
    createResidentNumber(PERSON, () => 0),
  )
  await forceAnswer(hall, 'enrol', 'counter-freeze', { ok: true })
  await press(hall, FREEZE.freeze)
  await see(hall, 'officer-frozen', FREEZE.done)
  await hall.close()
}
