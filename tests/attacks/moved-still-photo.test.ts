import { checkLight } from '@nansha/core/face/light/check-light'
import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import type { Look } from '@nansha/core/face/look'
import { matchLooks } from '@nansha/core/face/match-photos'
import { createTencentcloudRegistry } from '@nansha/core/registry/tencentcloud-registry'
import type { LightColour } from '@nansha/shared/liveness'
import { meetsAssurance, SCENARIO_NAMES } from '@nansha/shared/scenarios'
import { expect, it } from 'vitest'
import { challengeOf, honestCapture } from '../support/capture'
import { testEngine } from '../support/face-models'
import { cropFace, onCard } from '../support/faces'
import { lightFace } from '../support/lit-face'

const engine = await testEngine()
const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
const colours = ['red', 'blue', 'green', 'red', 'green', 'blue'] as const
/** One photo of the victim, whose head and jaw a program moves. */
const moved = await honestCapture(0, challenge)

it('a still photo moved by calculation is not found out, and opens neither a bank nor a counter', async () => {
  const seen = await checkLiveness(engine, challenge, moved)
  expect((await matchLooks(engine, seen, 0, await onCard(await cropFace(0)))).decision).toBe('match')
  const { assurance } = createTencentcloudRegistry({ secretId: 'id', secretKey: 'key' })
  const open = SCENARIO_NAMES.filter((scenario) => meetsAssurance(assurance, scenario, false))
  expect(open).not.toContain('bank')
  expect(open).not.toContain('counter')
})

it('a still photo moved by calculation reflects no screen light, where light is asked for', async () => {
  const [look] = await checkLiveness(engine, challenge, moved)
  const light = (ratio: number, shown: readonly LightColour[] = colours) =>
    Promise.all(
      shown.map(async (colour, index) => {
        const lighting = { ratio, seed: 20 + index }
        return { ...(await lightFace(look as Look, colour, lighting)), step: 4 }
      }),
    )
  const told = expect.objectContaining({ code: 'LIVENESS_LIGHT', details: { step: 4 } })
  const [unlit, earlier] = [
    await light(0),
    await light(0.2, ['green', 'red', 'blue', 'green', 'red', 'blue']),
  ]
  expect(() => checkLight(unlit, colours)).toThrow(told)
  expect(() => checkLight(earlier, colours)).toThrow(told)
  const living = [...moved, ...(await light(0.2)).map(({ photo }) => photo)]
  await expect(checkLiveness(engine, { ...challenge, colours: [...colours] }, living)).resolves.toHaveLength(
    11,
  )
})
