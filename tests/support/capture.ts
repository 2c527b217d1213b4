import type { Action, LivenessChallenge } from '@nansha/core/face/liveness/challenge'
import type { LivenessFrame } from '@nansha/core/face/liveness/check-liveness'
import { type Acting, act } from './acted-face'
import { asSelfie, cropFace } from './faces'

const ACTING: Readonly<Record<Action | 'look-straight', Acting>> = {
  'look-straight': {},
  'turn-left': { turn: 22 },
  'turn-right': { turn: -22 },
  'open-mouth': { openMouth: 0.8 },
  'close-eyes': { closeEyes: 0.85 },
}

export const challengeOf = (...actions: Action[]): LivenessChallenge => ({
  id: 'AAAAAAAAAAAAAAAAAAAAAA',
  actions,
})

/** One frame of a person acting, as a phone's camera would deliver it. JPEG. */
export async function frameOf(person: number, doing: Action | 'look-straight', variant = 0): Promise<Buffer> {
  return asSelfie(await act(await cropFace(person), ACTING[doing]), variant)
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
