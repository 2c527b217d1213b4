import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { matchLooks } from '@nansha/core/face/match-photos'
import { createTencentcloudRegistry } from '@nansha/core/registry/tencentcloud-registry'
import { meetsAssurance } from '@nansha/shared/assurance'
import { SCENARIO_NAMES } from '@nansha/shared/scenarios'
import { expect, it, vi } from 'vitest'
import { challengeOf, honestCapture } from '../support/capture'
import { testEngine } from '../support/face-models'
import { asSelfie, cropFace, onCard } from '../support/faces'
import { lightFace } from '../support/lit-face'

vi.setConfig({ testTimeout: 240_000 })

const engine = await testEngine()
const challenge = challengeOf('turn-left', 'open-mouth', 'turn-right')
const colours = ['red', 'blue', 'green', 'red', 'green', 'blue'] as const
/** One photo of the victim, whose head and jaw a program moves. */
const moved = await honestCapture(0, challenge)

it('is not found out, and opens neither a bank nor a counter', async () => {
  const seen = await checkLiveness(engine, challenge, moved)
  expect((await matchLooks(engine, seen, 0, await onCard(await cropFace(0)))).decision).toBe('match')
  const { assurance } = createTencentcloudRegistry({ secretId: 'id', secretKey: 'key' })
  const open = SCENARIO_NAMES.filter((scenario) => meetsAssurance(assurance, scenario, false))
  expect(open).not.toContain('bank')
  expect(open).not.toContain('counter')
})

it('reflects no light of a screen, where light is asked for', async () => {
  const photo = await asSelfie(await cropFace(0), 0)
  const light = async (ratio: number, shown: readonly (typeof colours)[number][] = colours) =>
    Promise.all(shown.map((colour, index) => lightFace(photo, colour, { ratio, seed: 20 + index })))
  const lit = { ...challenge, colours: [...colours] }
  const told = { code: 'LIVENESS_LIGHT', details: { step: 4 } }
  await expect(checkLiveness(engine, lit, [...moved, ...(await light(0))])).rejects.toMatchObject(told)
  const earlier = await light(0.2, ['green', 'red', 'blue', 'green', 'red', 'blue'])
  await expect(checkLiveness(engine, lit, [...moved, ...earlier])).rejects.toMatchObject(told)
  const living = await checkLiveness(engine, lit, [...moved, ...(await light(0.2))])
  expect(living).toHaveLength(11)
})
