import { FaceMatch } from '../face/face-match'
import type { CallFunction } from '../platform/call-function'
import { callFace } from './face-answer'

/** A stored file with the `photoDigest` of the bytes that count. Other bytes in its place count as missing. */
export interface StoredPhoto {
  readonly fileId: string
  readonly digest?: string
}

/**
 * Compares live photos of one person with a reference, all stored files.
 *
 * @throws FaceFault when a photo cannot be judged
 * @throws NanshaError SERVICE_UNAVAILABLE when there was no answer, or an unknown one
 */
export type MatchFaces = (probes: readonly StoredPhoto[], reference: StoredPhoto) => Promise<FaceMatch>

/** {@link MatchFaces} by the function `face`. */
export function createMatchFaces(callFunction: CallFunction): MatchFaces {
  return (probes, reference) => callFace(callFunction, { action: 'match', probes, reference }, FaceMatch)
}
