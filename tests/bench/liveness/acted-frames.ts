import type { FaceEngine } from '@nansha/core/face/face-engine'
import { judgeCapture, type SeenFrame, seeFrame } from '@nansha/core/face/liveness/check-liveness'
import { NanshaError } from '@nansha/shared/errors'
import { LIVENESS_ACTIONS, type LivenessAction } from '@nansha/shared/liveness'
import { ACTINGS, type Act } from '#demo/specimen/act-face'
import { act } from '../../support/acted-face'
import { asSelfie } from '../../support/faces'

/** What became of a frame that somebody acted: what was seen of it, or why it was refused. */
export type Frame = { readonly seen: SeenFrame } | { readonly code: string }

/** Two straight looks and every action, each as a frame of its own. */
export type ActedFrames = ReadonlyMap<Act | 'again', Frame>

/**
 * Has a face do all that can be asked, and looks at the frames.
 *
 * @param portrait JPEG
 * @param seed picks light, tilt, noise and compression of each frame
 */
export async function actAll(engine: FaceEngine, portrait: Buffer, seed: number): Promise<ActedFrames> {
  const frames = new Map<Act | 'again', Frame>()
  for (const [index, doing] of (['look-straight', 'again', ...LIVENESS_ACTIONS] as const).entries()) {
    const request = doing === 'again' ? 'look-straight' : doing
    const photo = await asSelfie(await act(portrait, ACTINGS[request]), seed + index)
    const step = Math.max(0, index - 1)
    frames.set(doing, await judge(async () => ({ seen: await seeFrame(engine, photo, step, request) })))
  }
  return frames
}

/**
 * Every sequence of three different actions that a challenge may ask for (`createLivenessChallenge`). It may also ask for one
 * twice, which nobody does in the same picture, and there is one picture of each here.
 */
export const SEQUENCES: readonly (readonly LivenessAction[])[] = LIVENESS_ACTIONS.flatMap((first) =>
  LIVENESS_ACTIONS.flatMap((second) => LIVENESS_ACTIONS.map((third) => [first, second, third] as const)),
).filter(
  ([first, second, third]) =>
    first !== second &&
    second !== third &&
    first !== third &&
    [first, second, third].some((action) => action.startsWith('turn')),
)

/** @returns the code with which a capture of these frames is refused, or undefined; `mix` chooses whose frame counts */
export async function failureCode(
  engine: FaceEngine,
  actions: readonly LivenessAction[],
  mix: (doing: Act | 'again') => Frame | undefined,
): Promise<string | undefined> {
  const frames: SeenFrame[] = []
  for (const [index, doing] of (['look-straight', 'again', ...actions] as const).entries()) {
    const frame = mix(doing)
    if (!frame || 'code' in frame) return frame?.code ?? 'FACE_NOT_FOUND'
    frames.push({ ...frame.seen, step: Math.max(0, index - 1) })
  }
  const judged = await judge(async () => {
    await judgeCapture(engine, {}, frames)
    return { seen: frames[0] as SeenFrame }
  })
  return 'code' in judged ? judged.code : undefined
}

async function judge(work: () => Promise<Frame>): Promise<Frame> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof NanshaError) return { code: error.code }
    throw error
  }
}
