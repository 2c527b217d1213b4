import { TEXTS as DETAILS } from '../../../miniprogram/citizen/src/enrol/details/texts'
import { TEXTS as NOTICE } from '../../../miniprogram/citizen/src/enrol/notice/texts'
import { CAPTURE_TEXTS } from '../../../miniprogram/citizen/src/enrol/parts/capture-texts'
import { TEXTS as SUBMIT } from '../../../miniprogram/citizen/src/enrol/submit/texts'
import { TEXTS as HOME } from '../../../miniprogram/citizen/src/pages/home/texts'
import { TEXTS as PRESENT } from '../../../miniprogram/citizen/src/pages/present/texts'
import { openPhone, type Phone, tap } from './phone'

export interface Applicant {
  readonly name: string
  readonly number: string
  /** JPEG of the card as photographed. */
  readonly card: Buffer
  /** JPEG of what the front camera sees. */
  readonly selfie: Buffer
}

export async function openCitizenPhone(url: string, profile: string): Promise<Phone> {
  return openPhone(`${url}/citizen/?profile=${profile}`)
}

/** Goes through the enrolment as a citizen would; both photos come from frames of the camera. */
export async function enrol({ page, camera }: Phone, applicant: Applicant): Promise<'issued' | 'refused'> {
  await camera.see(applicant.card)
  await tap(page, HOME.begin.zh)
  await page.getByRole('checkbox', { name: NOTICE.consent.zh }).click()
  await tap(page, NOTICE.agree.zh)
  await takePicture(page)
  await page.getByLabel(DETAILS.name.zh, { exact: true }).fill(applicant.name)
  await page.getByLabel(DETAILS.number.zh, { exact: true }).fill(applicant.number)
  await camera.see(applicant.selfie)
  await tap(page, DETAILS.next.zh)
  await takePicture(page)
  const issued = page.getByText(SUBMIT.issued.zh).filter({ visible: true })
  const refused = page.getByText(SUBMIT.notConfirmed.zh).filter({ visible: true })
  await issued.or(refused).first().waitFor({ timeout: 60_000 })
  return (await issued.count()) > 0 ? 'issued' : 'refused'
}

async function takePicture(page: Phone['page']): Promise<void> {
  await tap(page, CAPTURE_TEXTS.take.zh)
  await tap(page, CAPTURE_TEXTS.use.zh)
}

/** From the success screen to a code on the screen. */
export async function present({ page }: Phone): Promise<void> {
  await tap(page, HOME.present.zh)
  await tap(page, PRESENT.approve.zh)
  await codeOn(page).waitFor()
}

export async function goHomeAfterIssue({ page }: Phone): Promise<void> {
  await tap(page, SUBMIT.show.zh)
}

/** Reads the receipt of an accepted use, and asks for another code. */
export async function presentAnother({ page }: Phone): Promise<void> {
  await page.getByText(PRESENT.accepted.zh).filter({ visible: true }).waitFor()
  await tap(page, PRESENT.presentAgain.zh)
  await codeOn(page).waitFor()
}

/** A screenshot of the phone, as a camera in front of it would see it: PNG. */
export async function photographScreen({ page }: Phone): Promise<Buffer> {
  // A trial click waits until the code stands still: pages slide in.
  await codeOn(page).click({ trial: true })
  return page.screenshot()
}

function codeOn(page: Phone['page']) {
  return page.getByRole('img', { name: PRESENT.codeLabel.zh }).filter({ visible: true })
}
