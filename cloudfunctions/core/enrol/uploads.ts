import { type EnrolEvent, MOST_FRAMES } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { Photos } from './prove-person'

/** Where a citizen uploads for one enrolment; frames are `…/frame-0`, `…/frame-1`, … */
export function uploadPaths(enrolmentId: string) {
  const path = (name: string) => `enrolments/${enrolmentId}/${name}`
  return { card: path('card'), emblem: path('emblem'), selfie: path('selfie'), frames: path('frame-') }
}

/**
 * Names every file that a citizen may have stored for an enrolment, without asking anyone which were uploaded: what is not
 * named here is never deleted.
 *
 * @param root `cloud://<environment>.<bucket>/`, see {@link createStorageRoot}
 */
export function possibleFiles(root: string, id: string): string[] {
  const { frames, ...single } = uploadPaths(id)
  const numbered = Array.from({ length: MOST_FRAMES }, (_, number) => frames + number)
  return [...Object.values(single), ...numbered].map((path) => root + path)
}

/**
 * Accepts only the files at the paths that this enrolment was given: a file id names any file of any environment.
 *
 * @throws NanshaError INPUT_INVALID
 */
export function requireOwnFiles(
  root: string,
  enrolmentId: string,
  { card, selfie, frames = [] }: Extract<EnrolEvent, { action: 'submit' }>['files'],
): Photos {
  const own = uploadPaths(enrolmentId)
  const refuse = (field: string): never => {
    throw new NanshaError('INPUT_INVALID', { field: `files.${field}` })
  }
  if (card !== root + own.card) refuse('card')
  if (selfie !== undefined) return selfie === root + own.selfie ? { card, selfie } : refuse('selfie')
  const areOwn = frames.every(({ fileId }, number) => fileId === root + own.frames + number)
  return areOwn ? { card, frames } : refuse('frames')
}
