import { recordPassUse } from '@nansha/core/verify/record-pass-use'
import { presentPass } from '@nansha/shared/pass/present-pass'
import { p256 } from '@noble/curves/nist.js'
import { expect, it } from 'vitest'
import { NOW } from '../support/clock'

import { createOfflineWorld, type OfflineWorld } from '../support/offline-world'
import { CLERK, OTHER_CLERK } from '../support/world'

const ORDER = p256.Point.CURVE().n

/** `r ‖ n − s`: as good a signature as `r ‖ s`, and anybody can make it. */
function twin(jws: string): string {
  const at = jws.lastIndexOf('.') + 1
  const bytes = Buffer.from(jws.slice(at, -1), 'base64url')
  const s = ORDER - BigInt(`0x${bytes.subarray(32).toString('hex')}`)
  const other = Buffer.concat([bytes.subarray(0, 32), Buffer.from(s.toString(16).padStart(64, '0'), 'hex')])
  return `${jws.slice(0, at)}${other.toString('base64url')}~`
}

async function showTwice(world: OfflineWorld) {
  const pass = await world.pass()
  return [pass, twin(pass)].map((one) =>
    presentPass({ key: world.key, pass: one, scenario: 'gate', issuedAt: NOW }),
  )
}

it('a pass with its high-s signature is the same pass to the companion that saw it', async () => {
  const world = await createOfflineWorld()
  const bundle = await world.open()
  const [first, second] = await Promise.all(
    (await showTwice(world)).map((proof) => world.verify({ proof }, bundle)),
  )
  expect(second?.passId).toBe(first?.passId)
})

it('a pass with its high-s signature is found as a double use when two desks report it', async () => {
  const world = await createOfflineWorld()
  const [proof = '', turned = ''] = await showTwice(world)
  expect(proof).not.toBe(turned)
  const use = { scenario: 'gate', at: NOW, accepted: true } as const
  await recordPassUse(world.ports, CLERK, { ...use, proof })
  expect(await recordPassUse(world.ports, OTHER_CLERK, { ...use, proof: turned })).toMatchObject({
    result: 'double',
  })
})
