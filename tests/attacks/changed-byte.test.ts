import { createDisclosure, sdDigest } from '@nansha/shared/sd-jwt/disclosure'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { forge, outcomes, present } from '../support/forge'

it('any changed character of a presentation is refused, with a code', async () => {
  const name = createDisclosure(new Uint8Array(16), 'name', '张伟')
  const genuine = present(forge({ payload: { _sd: [sdDigest(name)] } }), [name])
  expect(await outcomes(genuine)).toEqual(['accepted'])
  const position = fc.nat(genuine.length - 1)
  const character = fc.constantFrom(...'ABCxyz019-_~.= \n身')
  await fc.assert(
    fc.asyncProperty(position, character, async (at, replacement) => {
      fc.pre(genuine[at] !== replacement)
      const changed = genuine.slice(0, at) + replacement + genuine.slice(at + 1)
      const [outcome, ...others] = await outcomes(changed)
      expect(others).toEqual([])
      expect(outcome).toMatch(/^(QR_UNREADABLE|ISSUER_UNTRUSTED|CREDENTIAL_|TICKET_|SCENARIO_MISMATCH)/)
    }),
    { numRuns: 300 },
  )
})
