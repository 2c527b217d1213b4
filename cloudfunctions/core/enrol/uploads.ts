import type { EnrolEvent } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { MOST_FRAMES } from '@nansha/shared/liveness'
import type { Enrolment } from '../records/enrolments'

/** Where a citizen uploads for one enrolment. */
export function uploadPaths(enrolmentId: string) {
  const path = (name: string) => `enrolments/${enrolmentId}/${name}`
  return { card: path('card'), emblem: path('emblem'), selfie: path('selfie') }
}

/** Where the frames of one challenge go, a number appended: nobody can name the place before the challenge was drawn. */
export function framePath(enrolmentId: string, challengeId: string): string {
  return `enrolments/${enrolmentId}/frame-${challengeId}-`
}

/** The frames of the challenge asked last, as many as were named; where they lie follows from the challenge. */
export function frameFiles(root: string, { _id, challenge }: Pick<Enrolment, '_id' | 'challenge'>): string[] {
  if (!challenge) return []
  return challenge.answers
    .flatMap(({ digests }) => digests)
    .map((_, number) => root + framePath(_id, challenge.id) + number)
}

/** Where the portrait on record lies while a face is compared with it; clients neither write nor read there. */
export function referencePath(enrolmentId: string): string {
  return `internal/references/${enrolmentId}`
}

/**
 * Names every file that may lie there for an enrolment, without asking anyone which were uploaded: what is not named here
 * is never deleted.
 *
 * @param root `cloud://<environment>.<bucket>/`, see {@link createStorageRoot}
 */
export function possibleFiles(
  root: string,
  { _id, challenges = [] }: Pick<Enrolment, '_id'> & Partial<Pick<Enrolment, 'challenges'>>,
): string[] {
  const numbered = challenges.flatMap((challenge) =>
    Array.from({ length: MOST_FRAMES }, (_, number) => framePath(_id, challenge) + number),
  )
  return [...Object.values(uploadPaths(_id)), referencePath(_id), ...numbered].map((path) => root + path)
}

type Submitted = Extract<EnrolEvent, { action: 'submit' }>['files']

/**
 * Accepts only the files at the paths that this enrolment was given, the frames at those of its last challenge: a file id
 * names any file of any environment.
 *
 * @throws NanshaError INPUT_INVALID
 */
export function requireOwnFiles(
  root: string,
  { _id, challenge }: Pick<Enrolment, '_id' | 'challenge'>,
  { card, selfie, frames }: Submitted,
): void {
  const own = uploadPaths(_id)
  const isOwn = (file: string, path: string) => file === root + path
  if (!isOwn(card, own.card)) throw foreignFile('card')
  if (selfie !== undefined && !isOwn(selfie, own.selfie)) throw foreignFile('selfie')
  if (frames !== undefined) {
    const path = challenge && framePath(_id, challenge.id)
    if (path === null || !frames.every((file, number) => isOwn(file, path + number)))
      throw foreignFile('frames')
  }
}

function foreignFile(field: string): NanshaError {
  return new NanshaError('INPUT_INVALID', { field: `files.${field}` })
}
