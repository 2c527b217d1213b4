import { TEXTS as DETAILS } from '../../../miniprogram/citizen/src/enrol/details/texts'
import { TEXTS as NOTICE } from '../../../miniprogram/citizen/src/enrol/notice/texts'
import { CAPTURE_TEXTS } from '../../../miniprogram/citizen/src/enrol/parts/capture-texts'
import { TEXTS as SUBMIT } from '../../../miniprogram/citizen/src/enrol/submit/texts'
import { TEXTS as HOME } from '../../../miniprogram/citizen/src/pages/home/texts'
import { TEXTS as PRESENT } from '../../../miniprogram/citizen/src/pages/present/texts'
import { openPhone, type Phone, type Screen, tap } from './phone'

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
  return enrolOn(page, applicant, () => camera.see(applicant.selfie))
}

/** As {@link enrol}, with cameras that somebody else points. */
export async function enrolOn(
  screen: Screen,
  { name, number }: Pick<Applicant, 'name' | 'number'>,
  beforeSelfie: () => Promise<void> = async () => {},
): Promise<'issued' | 'refused'> {
  await tap(screen, HOME.begin.zh)
  await screen.getByRole('checkbox', { name: NOTICE.consent.zh }).click()
  await tap(screen, NOTICE.agree.zh)
  await tap(screen, CAPTURE_TEXTS.take.zh)
  await beforeSelfie() // the next page opens its camera at once
  await tap(screen, CAPTURE_TEXTS.use.zh)
  await takePicture(screen)
  await giveDetails(screen, { name, number })
  const issued = screen.getByText(SUBMIT.issued.zh).filter({ visible: true })
  const refused = screen.getByText(SUBMIT.notConfirmed.zh).filter({ visible: true })
  await issued.or(refused).first().waitFor({ timeout: 60_000 })
  return (await issued.count()) > 0 ? 'issued' : 'refused'
}

/** Confirms what was read off the card, or types it where it could not be read. */
async function giveDetails(
  page: Screen,
  { name, number }: Pick<Applicant, 'name' | 'number'>,
): Promise<void> {
  const read = page.getByRole('button', { name: DETAILS.allRight.zh, exact: true }).filter({ visible: true })
  const unread = page.getByLabel(DETAILS.number.zh, { exact: true }).filter({ visible: true })
  await read.or(unread).first().waitFor({ timeout: 60_000 })
  await page.getByLabel(DETAILS.name.zh, { exact: true }).filter({ visible: true }).fill(name)
  if ((await read.count()) > 0) return tap(page, DETAILS.allRight.zh)
  await unread.fill(number)
  await tap(page, DETAILS.next.zh)
}

async function takePicture(screen: Screen): Promise<void> {
  await tap(screen, CAPTURE_TEXTS.take.zh)
  await tap(screen, CAPTURE_TEXTS.use.zh)
}

/** From the success screen to the card. */
export async function goHomeAfterIssue(screen: Screen): Promise<void> {
  await tap(screen, SUBMIT.show.zh)
}

/** From the card to a code on the screen. */
export async function presentOn(screen: Screen): Promise<void> {
  await tap(screen, HOME.present.zh)
  await tap(screen, PRESENT.approve.zh)
  await codeOn(screen).waitFor()
}

/** Reads the receipt of an accepted use, and asks for another code. */
export async function presentAnother({ page }: Phone): Promise<void> {
  await page.getByText(PRESENT.accepted.zh).filter({ visible: true }).waitFor()
  await tap(page, PRESENT.presentAgain.zh)
  await tap(page, PRESENT.approve.zh)
  await codeOn(page).waitFor()
}

/** A screenshot of the phone, as a camera in front of it would see it: PNG. */
export async function photographScreen({ page }: Phone): Promise<Buffer> {
  // A trial click waits until the code stands still: pages slide in.
  await codeOn(page).click({ trial: true })
  return page.screenshot()
}

function codeOn(screen: Screen) {
  return screen.getByRole('img', { name: PRESENT.codeLabel.zh }).filter({ visible: true })
}
