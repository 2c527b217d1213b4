import type { Action, LivenessChallenge } from '@nansha/core/face/liveness/challenge'
import type { LivenessFrame } from '@nansha/core/face/liveness/check-liveness'
import { ACTINGS, type Act } from '#demo/specimen/act-face'
import { act } from './acted-face'
import { asSelfie, cropFace } from './faces'

export const challengeOf = (...actions: Action[]): LivenessChallenge => ({
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

/** What an honest person's phone sends: one frame a step, a second and a half apart. */
export async function honestCapture(person: number, challenge: LivenessChallenge): Promise<LivenessFrame[]> {
  const doing = ['look-straight', ...challenge.actions] as const
  return Promise.all(
    doing.map(async (action, step) => ({
      step,
      at: 1000 + step * 1500,
      bytes: await frameOf(person, action, step),
    })),
  )
}
