import { randomBytes } from 'node:crypto'
import type { FaceEngine } from '@nansha/core/face/face-engine'
import { findUprightFaces } from '@nansha/core/face/find-faces'
import { checkLight } from '@nansha/core/face/light/check-light'
import { createLivenessChallenge } from '@nansha/core/face/liveness/challenge'
import { lookAt } from '@nansha/core/face/look'
import type { LightColour } from '@nansha/shared/liveness'
import { asSelfie, cropFace, PEOPLE } from '../../support/faces'
import { type Lighting, lightFace } from '../../support/lit-face'
import { countOf, type Table } from './print-table'

/** Light of the screen as a share of the room's. */
const RATIOS = [0, 0.02, 0.05, 0.1, 0.3] as const
const ROOMS = { white: [1, 1, 1], warm: [1.2, 1, 0.6] } as const
/** How far the white balance wanders between frames. */
const DRIFT = 0.01

export async function measureLight(engine: FaceEngine): Promise<Table> {
  const table: Record<string, ReturnType<typeof countOf>> = {}
  for (const ratio of RATIOS) {
    const found: (string | undefined)[] = []
    for (let person = 0; person < PEOPLE; person++) {
      const photo = await asSelfie(await cropFace(person), person)
      const room = person % 2 === 0 ? ROOMS.white : ROOMS.warm
      found.push(await isFound(engine, photo, { ratio, drift: DRIFT, room, seed: person * 100 }))
    }
    table[`screen ${ratio * 100} % of the room's light`] = countOf(found)
  }
  table['lit by another sequence, 30 % of the room'] = countOf(await anotherSequence(engine))
  return table
}

const draw = () => createLivenessChallenge(randomBytes, true).colours as readonly LightColour[]

async function isFound(engine: FaceEngine, photo: Buffer, lighting: Lighting, shown = draw(), asked = shown) {
  const frames = []
  for (const [index, colour] of shown.entries()) {
    const lit = await lightFace(photo, colour, { ...lighting, seed: lighting.seed + index })
    try {
      frames.push({ ...(await lookAt(engine, lit, {}, findUprightFaces)), step: 4 })
    } catch {
      return undefined
    }
  }
  try {
    checkLight(frames, asked)
    return 'found'
  } catch {
    return undefined
  }
}

async function anotherSequence(engine: FaceEngine) {
  const found: (string | undefined)[] = []
  for (let person = 0; person < PEOPLE; person++) {
    const photo = await asSelfie(await cropFace(person), person)
    const [shown, asked] = [draw(), draw()]
    if (shown.join() !== asked.join())
      found.push(await isFound(engine, photo, { ratio: 0.3, seed: person * 100 }, shown, asked))
  }
  return found
}
