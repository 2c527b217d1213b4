import type { LivenessChallenge } from '@nansha/core/face/liveness/challenge'
import { type LivenessAction, requestsOf, stepsOfFrames } from '@nansha/shared/liveness'
import { ACTINGS, type Act } from '#demo/specimen/act-face'
import { act } from './acted-face'
import { asSelfie, cropFace } from './faces'

export const challengeOf = (...actions: LivenessAction[]): LivenessChallenge => ({
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  actions,
})

const acted = new Map<string, Promise<Buffer>>()

/** One frame of a person acting, as a phone's camera would deliver it. JPEG. */
export async function frameOf(person: number, doing: Act, variant = 0): Promise<Buffer> {
  const key = `${person} ${doing}`
  const face = acted.get(key) ?? cropFace(person).then((portrait) => act(portrait, ACTINGS[doing]))
  acted.set(key, face)
  return asSelfie(await face, variant)
}

/** What each frame of an honest answer shows. */
export function actsOf(challenge: LivenessChallenge): Act[] {
  const requests = requestsOf(challenge)
  return stepsOfFrames(challenge).map((step) => {
    const request = requests[step] ?? 'look-straight'
    return request === 'light' ? 'look-straight' : request
  })
}

/** What an honest person's phone sends. */
export function honestCapture(person: number, challenge: LivenessChallenge): Promise<Buffer[]> {
  return Promise.all(actsOf(challenge).map((doing, number) => frameOf(person, doing, number)))
}
