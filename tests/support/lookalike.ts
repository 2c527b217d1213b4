import type { LivenessChallenge } from '@nansha/core/face/liveness/challenge'
import { ACTINGS, type Act } from '#demo/specimen/act-face'
import { act } from './acted-face'
import { blendFaces } from './blended-face'
import { actsOf, frameOf } from './capture'
import { asSelfie, cropFace } from './faces'

const lookalikes = new Map<string, Promise<Buffer>>()

/** A person who resembles another as a close relative may: half of their face is the other's. */
async function lookalikeFrame(person: number, other: number, doing: Act, variant: number): Promise<Buffer> {
  const key = `${person} ${other}`
  const portraits = async () => blendFaces(await cropFace(person), await cropFace(other))
  const portrait = lookalikes.get(key) ?? portraits()
  lookalikes.set(key, portrait)
  return asSelfie(await act(await portrait, ACTINGS[doing]), variant)
}

/**
 * What a phone sends when a person and a lookalike act in turn.
 *
 * @param by who acts in each frame: the person, or the one like them
 * @param other whose face makes the other half of the one like them
 */
export function sharedCapture(
  person: number,
  other: number,
  challenge: LivenessChallenge,
  by: readonly ('person' | 'lookalike')[],
): Promise<Buffer[]> {
  const frames = actsOf(challenge).map((doing, number) =>
    by[number] === 'person' ? frameOf(person, doing, number) : lookalikeFrame(person, other, doing, number),
  )
  return Promise.all(frames)
}
