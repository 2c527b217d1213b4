import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { TEXTS as RECEIPT } from '@nansha/citizen/src/present/receipt-texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { CARD_SIDES } from '@nansha/shared/identity-card'
import { TEXTS as DETAILS } from '#citizen/enrol/details/texts'
import { STEP_FILMED_WITHIN_MS } from '#citizen/enrol/film-person'
import { TEXTS as NOTICE } from '#citizen/enrol/notice/texts'
import { CAPTURE_TEXTS } from '#citizen/enrol/parts/capture-texts'
import { CARD_TEXTS } from '#citizen/enrol/parts/card-texts'
import { FILM_TEXTS } from '#citizen/enrol/parts/film-texts'
import { ISSUED } from '#citizen/enrol/parts/issued-texts'
import { TEXTS as SUBMIT } from '#citizen/enrol/submit/texts'
import { PIN_TEXTS } from '#citizen/parts/pin-texts'
import { ACTINGS, type Act } from '#demo/specimen/act-face'
import { eventually } from '#support/eventually'
import { openPhone, type Phone, type Screen, tap } from './phone'

export interface Applicant {
  readonly name: string
  readonly number: string
  /** JPEG of the card's two sides as photographed. */
  readonly card: Buffer
  readonly emblem: Buffer
  /** JPEG of what the front camera sees while they do as asked. */
  readonly acting: (act: Act) => Promise<Buffer>
}

/** What is done before the phone's cameras. */
export interface Stage {
  readonly turnCard: () => Promise<void>
  /** Makes whoever is before the front camera do something. */
  readonly direct: (act: Act) => Promise<void>
}

export async function openCitizenPhone(url: string, profile: string): Promise<Phone> {
  return openPhone(`${url}/citizen/?profile=${profile}`)
}

/** Goes through the enrolment as a citizen would; all pictures come from frames of the camera. */
export async function enrol({ page, camera }: Phone, applicant: Applicant): Promise<'issued' | 'refused'> {
  await camera.see(applicant.card)
  return enrolOn(page, applicant, {
    turnCard: () => camera.see(applicant.emblem),
    direct: async (act) => camera.see(await applicant.acting(act)),
  })
}

/** As {@link enrol}, with cameras that somebody else points. */
export async function enrolOn(
  screen: Screen,
  { name }: Pick<Applicant, 'name'>,
  { turnCard, direct }: Stage,
): Promise<'issued' | 'refused'> {
  await tap(screen, HOME.begin.zh)
  await screen.getByRole('checkbox', { name: NOTICE.consent.zh }).click()
  await tap(screen, NOTICE.agree.zh)
  for (const side of CARD_SIDES) {
    await tap(screen, CAPTURE_TEXTS.take.zh)
    const use = screen.getByRole('button', { name: CAPTURE_TEXTS.use.zh }).filter({ visible: true })
    await use.waitFor() // The card lies still until the picture is there.
    if (side === 'portrait') await turnCard()
    await use.click()
  }
  await doAsAsked(screen, direct)
  await confirmDetails(screen, name)
  const issued = screen.getByText(ISSUED.issued.zh).filter({ visible: true })
  const refused = screen.getByText(SUBMIT.notConfirmed.zh).filter({ visible: true })
  const retake = screen.getByText(SUBMIT.retakeSelfie.zh).filter({ visible: true })
  await issued.or(refused).or(retake).first().waitFor()
  if ((await retake.count()) > 0) throw new Error(await screen.getByRole('alert').last().innerText())
  return (await issued.count()) > 0 ? 'issued' : 'refused'
}

/** Reads off the screen what to do next, and has it done, until nothing more is asked. */
async function doAsAsked(screen: Screen, direct: Stage['direct']): Promise<void> {
  await direct('look-straight')
  await tap(screen, FILM_TEXTS.start.zh)
  const done = screen.getByRole('heading', { name: DETAILS.title.zh }).filter({ visible: true })
  const requests = Object.keys(ACTINGS).map((key) => {
    const act = key as Act
    return { act, shown: screen.getByText(FILM_TEXTS[act].zh).filter({ visible: true }) }
  })
  // The button is there again when the film cannot be used.
  const again = screen.getByRole('button', { name: FILM_TEXTS.start.zh }).filter({ visible: true })
  await screen.getByText(FILM_TEXTS['look-straight'].zh).filter({ visible: true }).waitFor()
  let doing: Act = 'look-straight'
  const end = Date.now() + requests.length * STEP_FILMED_WITHIN_MS
  while ((await done.count()) === 0) {
    if (Date.now() > end) throw new Error('The guided capture did not come to its end.')
    if ((await again.count()) > 0) throw new Error(await screen.getByRole('alert').last().innerText())
    for (const { act, shown } of requests) {
      if (act === doing || (await shown.count()) === 0) continue
      doing = act
      await direct(act)
    }
  }
}

/** Confirms what was read off the card, with the name as the applicant writes it. */
async function confirmDetails(page: Screen, name: string): Promise<void> {
  const confirm = page
    .getByRole('button', { name: DETAILS.allRight.zh, exact: true })
    .filter({ visible: true })
  const again = page.getByRole('button', { name: CARD_TEXTS.again.zh, exact: true }).filter({ visible: true })
  // A busy machine may read for longer than the phone waits, which then offers to ask again.
  await eventually(async () => {
    if ((await again.count()) > 0) await again.first().click()
    if ((await confirm.count()) === 0 || (await again.count()) > 0)
      throw new Error('The card is not read yet.')
  })
  await page.getByLabel(DETAILS.name.zh, { exact: true }).filter({ visible: true }).fill(name)
  await tap(page, DETAILS.allRight.zh)
}

/** From the success screen to the card, by way of the PIN that belongs to it. */
export async function goHomeAfterIssue(screen: Screen): Promise<void> {
  for (const label of [PIN_TEXTS.pin.zh, PIN_TEXTS.again.zh])
    await screen.getByLabel(label, { exact: true }).filter({ visible: true }).fill('385201')
  await tap(screen, PIN_TEXTS.save.zh)
  await tap(screen, ISSUED.show.zh)
}

/** From the card to a code on the screen. */
export async function presentOn(screen: Screen): Promise<void> {
  await tap(screen, HOME.present.zh)
  await tap(screen, PRESENT.approve.zh)
  await codeOn(screen).waitFor()
}

/** Reads the receipt of an accepted use, and asks for another code. */
export async function presentAnother({ page }: Phone): Promise<void> {
  await page.getByText(RECEIPT.accepted.zh).filter({ visible: true }).waitFor()
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
