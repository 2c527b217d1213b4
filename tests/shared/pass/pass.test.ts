import { passAudience, passNonce } from '@nansha/shared/pass/pass'
import { expect, it } from 'vitest'

it('the binding of a pass names its purpose, and the rotation of its second', () => {
  expect(passAudience('gate')).toBe('urn:nansha:gate')
  expect(passAudience('roadside')).toBe('urn:nansha:roadside')
  expect([29, 30, 44, 45].map(passNonce)).toEqual(['1', '2', '2', '3'])
})
