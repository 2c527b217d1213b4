import { randomBytes } from 'node:crypto'
import type { FaceEngine } from '@nansha/core/face/face-engine'
import { findUprightFaces } from '@nansha/core/face/find-faces'
import { checkLight } from '@nansha/core/face/light/check-light'
import { createLivenessChallenge } from '@nansha/core/face/liveness/challenge'
import { type Look, lookAt } from '@nansha/core/face/look'
import { NanshaError } from '@nansha/shared/errors'
import type { LightColour } from '@nansha/shared/liveness'
import { asSelfie, cropFace, PEOPLE } from '../../support/faces'
import { type Lighting, lightFace } from '../../support/lit-face'
import { countOf, type Table } from './print-table'

/** Light of the screen as a share of the room's. */
const RATIOS = [0, 0.02, 0.05, 0.1, 0.3] as const
const ROOMS = { white: [1, 1, 1], warm: [1.2, 1, 0.6] } as const
/** How far the white balance wanders between frames. */
const DRIFT = 0.01
/** Sequences for each person. */
const ROUNDS = 3

export async function measureLight(engine: FaceEngine): Promise<Table> {
  const people: Look[] = []
  for (let person = 0; person < PEOPLE; person++)
    people.push(
      await lookAt(engine, await asSelfie(await cropFace(person), person + 50), {}, findUprightFaces),
    )
  const table: Record<string, ReturnType<typeof countOf>> = {}
  for (const ratio of RATIOS) {
    const found: (string | undefined)[] = []
    for (const [index, look] of people.entries())
      for (let round = 0; round < ROUNDS; round++) {
        const room = index % 2 === 0 ? ROOMS.white : ROOMS.warm
        found.push(await isFound(look, { ratio, drift: DRIFT, room, seed: index * 100 + round * 10 }))
      }
    table[`screen ${ratio * 100} % of the room's light`] = countOf(found)
  }
  const other: (string | undefined)[] = []
  for (const [index, look] of people.entries())
    for (let round = 0; round < ROUNDS; round++) {
      const [shown, asked] = [draw(), draw()]
      if (shown.join() === asked.join()) continue
      other.push(
        await isFound(look, { ratio: 0.3, drift: DRIFT, seed: index * 100 + round * 10 }, shown, asked),
      )
    }
  table['another sequence, 30 % of the room’s light'] = countOf(other)
  return table
}

const draw = () => createLivenessChallenge(randomBytes, true).colours as readonly LightColour[]

async function isFound(look: Look, lighting: Lighting, shown = draw(), asked = shown) {
  const frames: (Look & { step: number })[] = []
  for (const [index, colour] of shown.entries())
    frames.push({ ...(await lightFace(look, colour, { ...lighting, seed: lighting.seed + index })), step: 4 })
  try {
    checkLight(frames, asked)
    return 'found'
  } catch (error) {
    if (error instanceof NanshaError) return undefined
    throw error
  }
}
