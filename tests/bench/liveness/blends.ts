import type { FaceEngine } from '@nansha/core/face/face-engine'
import { LIVENESS_ACTIONS } from '@nansha/shared/liveness'
import type { Act } from '#demo/specimen/act-face'
import { blendFaces } from '../../support/blended-face'
import { type ActedFrames, actAll, failureCode, SEQUENCES } from './acted-frames'
import { type Actor, castOf, frameRefusal } from './cast'
import { countOf, type Table } from './print-table'

/** The other of each pair is so many people further on. */
const APART = [1, 3] as const

/** A sequence with each action, for frames of which one is a blend. */
const WITH_ALL = [
  ['turn-left', 'open-mouth', 'turn-right'],
  ['turn-left', 'close-eyes', 'turn-right'],
] as const

/** Who acts, whose identity is meant, and what they look like together. */
interface Pair {
  readonly thief: Actor
  readonly victim: Actor
  readonly blend: ActedFrames
}

export async function measureBlends(engine: FaceEngine): Promise<Table> {
  const people = await castOf(engine)
  const pairs: Pair[] = []
  for (const [index, thief] of people.entries()) {
    for (const apart of APART) {
      const victim = people[(index + apart) % people.length] as Actor
      const portrait = await blendFaces(thief.portrait, victim.portrait)
      pairs.push({ thief, victim, blend: await actAll(engine, portrait, index * 100 + apart * 10) })
    }
  }
  const table: Record<string, ReturnType<typeof countOf>> = {}
  for (const doing of ['again', ...LIVENESS_ACTIONS] as const)
    table[`one frame of somebody's is a blend: ${doing}`] = countOf(await oneFrame(engine, pairs, doing))
  table['straight look alike enough to the victim’s card'] = countOf(
    pairs.map(({ victim, blend }) => passed(matchesVictim(engine, victim, blend, 'look-straight'))),
  )
  table['all frames are the blend, and match the card'] = countOf(await allFrames(engine, pairs))
  return table
}

const passed = (passes: boolean) => (passes ? 'passed' : undefined)

async function oneFrame(engine: FaceEngine, pairs: readonly Pair[], blended: Act | 'again') {
  const codes: (string | undefined)[] = []
  for (const { thief, blend } of pairs) {
    const actions = WITH_ALL.find((some) => blended === 'again' || some.some((action) => action === blended))
    const mix = (doing: Act | 'again') => (doing === blended ? blend : thief.frames).get(doing)
    if (actions && !(await failureCode(engine, actions, (doing) => thief.frames.get(doing))))
      codes.push(passed(!(await failureCode(engine, actions, mix))))
  }
  return codes
}

async function allFrames(engine: FaceEngine, pairs: readonly Pair[]) {
  const codes: (string | undefined)[] = []
  for (const { victim, blend } of pairs) {
    for (const actions of SEQUENCES) {
      const doings = ['look-straight', 'again', ...actions] as const
      const isMatch = doings.every((doing) => matchesVictim(engine, victim, blend, doing))
      codes.push(passed(isMatch && !(await failureCode(engine, actions, (doing) => blend.get(doing)))))
    }
  }
  return codes
}

function matchesVictim(engine: FaceEngine, victim: Actor, blend: ActedFrames, doing: Act | 'again'): boolean {
  return frameRefusal(engine, { ...victim, frames: blend }, doing) === undefined
}
