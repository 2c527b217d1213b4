import type { FaceEngine } from '@nansha/core/face/face-engine'
import { classifyScore, fuse } from '@nansha/core/face/fuse'
import { lookAt } from '@nansha/core/face/look'
import { type DescribedLook, describeLook } from '@nansha/core/face/match-photos'
import { compareTemplates } from '@nansha/core/face/templates'
import { LIVENESS_ACTIONS } from '@nansha/shared/liveness'
import { cropFace, onCard, PEOPLE } from '../../support/faces'
import { type ActedFrames, actAll, failureCode, SEQUENCES } from './acted-frames'
import { countOf, type Table } from './print-table'

export interface Actor {
  readonly portrait: Buffer
  /** The same photo, small, on a card on a table. */
  readonly card: DescribedLook
  readonly frames: ActedFrames
}

/** Everybody whose face the project has, doing all that can be asked. */
export async function actors(engine: FaceEngine): Promise<readonly Actor[]> {
  const acted: Actor[] = []
  for (let person = 0; person < PEOPLE; person++) {
    const portrait = await cropFace(person)
    const card = await describeLook(engine, await lookAt(engine, await onCard(portrait), {}))
    acted.push({ portrait, card, frames: await actAll(engine, portrait, person * 10) })
  }
  return acted
}

let cast: Promise<readonly Actor[]> | undefined
export function castOf(engine: FaceEngine): Promise<readonly Actor[]> {
  cast ??= actors(engine)
  return cast
}

/** @returns a code where the frame is refused, by itself or beside the card */
export function frameRefusal(
  engine: FaceEngine,
  { card, frames }: Actor,
  doing: Parameters<ActedFrames['get']>[0],
) {
  const frame = frames.get(doing)
  if (!frame || 'code' in frame) return frame?.code ?? 'FACE_NOT_FOUND'
  const decision = classifyScore(fuse(compareTemplates(engine, frame.seen.template, card.template)))
  return decision === 'match' ? undefined : `card: ${decision}`
}

export async function measureCast(engine: FaceEngine): Promise<Table> {
  const people = await castOf(engine)
  const table: Record<string, ReturnType<typeof countOf>> = {}
  for (const doing of ['look-straight', 'again', ...LIVENESS_ACTIONS] as const)
    table[`frame: ${doing}`] = countOf(people.map((actor) => frameRefusal(engine, actor, doing)))
  for (const action of LIVENESS_ACTIONS) {
    const sequences = SEQUENCES.filter((actions) => actions.includes(action))
    const codes: (string | undefined)[] = []
    for (const { frames } of people)
      for (const actions of sequences)
        codes.push(await failureCode(engine, actions, (doing) => frames.get(doing)))
    table[`captures that ask for ${action}`] = countOf(codes)
  }
  return table
}
