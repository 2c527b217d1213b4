import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import {
  CHECKED,
  type CheckedSelfie,
  ENROLMENTS,
  type Enrolment,
  type SelfieRefused,
} from '../records/enrolments'
import type { EnrolPorts } from './enrol-ports'
import { openReading } from './read-card'
import { requireFrames } from './require-answered'
import { requireOpen } from './require-open'
import { type LivePhotos, nameSelfie, type Sight, seePerson } from './see-person'
import { frameFiles, uploadPaths } from './uploads'

/** Of one enrolment: each costs some seconds of a large function. */
const MOST_CHECKS = 8

type Ports = Pick<
  EnrolPorts,
  | 'database'
  | 'envelopes'
  | 'files'
  | 'storageRoot'
  | 'now'
  | 'randomInt'
  | 'matchFaces'
  | 'checkLiveness'
  | 'registry'
>

/**
 * Looks at the person as soon as they were filmed, so that nobody reads their details in vain. A film is looked at once:
 * one that was refused stays refused and its frames go, one that was seen need not be looked at by the submission. How the
 * person compares with the card is remembered, sealed, and told nobody.
 *
 * @throws NanshaError ENROLMENT_…, LIVENESS_TIMING for a challenge that was not answered to its end, ATTEMPTS_EXHAUSTED;
 *   FACE_…, LIVENESS_… or IMAGE_… with `which` picture is to be taken again, SERVICE_UNAVAILABLE when nothing was found out
 */
export async function checkSelfie(ports: Ports, account: AccountKey, enrolmentId: string): Promise<void> {
  const enrolment = requireEnrolling(await ports.database.in(ENROLMENTS).get(enrolmentId), account, ports)
  const root = await ports.storageRoot()
  const live = await namePhotos(ports, root, enrolment)
  const known = await countCheck(ports, account, enrolmentId, live)
  const checked =
    known ?? (await remember(ports, account, enrolmentId, live, await look(ports, root, enrolment, live)))
  if (!isRefused(checked)) return
  // What will not go now is the sweep's.
  await discard(ports, live).catch(() => undefined)
  throw refusalOf(checked)
}

/**
 * Deletes what cannot be used, again with each answer: a phone that did not hear the first one may have uploaded once more.
 * A selfie that was taken meanwhile lies at the same path, and stays.
 */
async function discard({ files }: Pick<EnrolPorts, 'files'>, live: LivePhotos): Promise<void> {
  const fileIds = live.frames.map(({ fileId }) => fileId)
  if (live.challenge === null) {
    const there = await nameSelfie({ files }, fileIds[0] as string)
    if (nameOf(there) !== nameOf(live)) return
  }
  await files.remove(fileIds)
}

/** What was found before of these very pictures, if they were looked at. */
export function openChecked(
  { envelopes }: Pick<EnrolPorts, 'envelopes'>,
  { _id, checked }: Pick<Enrolment, '_id' | 'checked'>,
): CheckedSelfie | null {
  return checked === null ? null : CHECKED.open(envelopes, { _id, checked })
}

/** How {@link CheckedSelfie.of} names these pictures. */
export function nameOf({ challenge, frames: [first] }: LivePhotos): string | undefined {
  return challenge?.id ?? first?.digest
}

export function isRefused(checked: CheckedSelfie): checked is SelfieRefused {
  return 'refusal' in checked
}

export function refusalOf({ refusal: { code, ...step } }: SelfieRefused): NanshaError {
  return new NanshaError(code, { which: 'selfie', ...step })
}

/** @throws NanshaError ENROLMENT_… also where only the face is shown again: that is decided as soon as it was filmed */
function requireEnrolling(
  known: Enrolment | null,
  account: AccountKey,
  { now }: Pick<EnrolPorts, 'now'>,
): Enrolment {
  const enrolment = requireOpen(known, account, now())
  if (enrolment.recheck) throw new NanshaError('ENROLMENT_UNKNOWN')
  return enrolment
}

function namePhotos(
  ports: Pick<EnrolPorts, 'files' | 'registry'>,
  root: string,
  enrolment: Enrolment,
): LivePhotos | Promise<LivePhotos> {
  if (ports.registry.capture) return nameSelfie(ports, root + uploadPaths(enrolment._id).selfie)
  return requireFrames(enrolment.challenge, frameFiles(root, enrolment))
}

/** Counts a look before it is taken. @returns what was found before, which is not looked for again and costs nothing */
function countCheck(
  ports: Pick<EnrolPorts, 'database' | 'envelopes' | 'now'>,
  account: AccountKey,
  enrolmentId: string,
  live: LivePhotos,
): Promise<CheckedSelfie | null> {
  return ports.database.transaction(async (transaction) => {
    const enrolment = requireEnrolling(await transaction.in(ENROLMENTS).get(enrolmentId), account, ports)
    const known = openChecked(ports, enrolment)
    if (known?.of === nameOf(live)) return known
    if (enrolment.checks >= MOST_CHECKS) throw new NanshaError('ATTEMPTS_EXHAUSTED')
    await transaction.in(ENROLMENTS).update(enrolmentId, { checks: enrolment.checks + 1 })
    return null
  })
}

async function look(
  ports: Ports,
  root: string,
  enrolment: Enrolment,
  live: LivePhotos,
): Promise<CheckedSelfie> {
  const of = nameOf(live) as string
  const card = openReading(ports, enrolment).portrait?.digest ?? null
  // Until a card was read, the person is compared with themself: what is wrong with the pictures is found all the same.
  const reference =
    card === null ? live.frames[0] : { fileId: root + uploadPaths(enrolment._id).card, digest: card }
  try {
    const sight: Sight = await seePerson(ports, live, reference as NonNullable<typeof reference>)
    return { of, card, ...sight }
  } catch (error) {
    const isOfPhoto = error instanceof NanshaError && error.details.which !== undefined
    if (!isOfPhoto || (card !== null && error.details.which === 'card')) throw error
    const { step } = error.details
    return { of, refusal: { code: error.code, ...(typeof step === 'number' && { step }) } }
  }
}

/**
 * @returns what stands: of two looks at the same film the faster one, because each draws the picture that desks will see
 * @throws NanshaError ENROLMENT_… when it was submitted or given up meanwhile, LIVENESS_TIMING when another challenge was drawn
 */
function remember(
  ports: Pick<EnrolPorts, 'database' | 'envelopes' | 'now'>,
  account: AccountKey,
  enrolmentId: string,
  live: LivePhotos,
  found: CheckedSelfie,
): Promise<CheckedSelfie> {
  return ports.database.transaction(async (transaction) => {
    const enrolment = requireEnrolling(await transaction.in(ENROLMENTS).get(enrolmentId), account, ports)
    if (live.challenge && enrolment.challenge?.id !== live.challenge.id)
      throw new NanshaError('LIVENESS_TIMING', { which: 'selfie' })
    const known = openChecked(ports, enrolment)
    if (known?.of === found.of) return known
    const checked = CHECKED.seal(ports.envelopes, enrolmentId, found)
    await transaction.in(ENROLMENTS).update(enrolmentId, { checked })
    return found
  })
}
