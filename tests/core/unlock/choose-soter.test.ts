import { chooseSoter } from '@nansha/core/unlock/choose-soter'
import { expect, it } from 'vitest'

const ports = { fetch, now: Date.now }

it('chooseSoter needs both settings, and without either leaves phones to their PIN', () => {
  const both = { NANSHA_WECHAT_APP_ID: 'wxc', NANSHA_WECHAT_APP_SECRET: 's3cret' }
  expect(chooseSoter(both, ports)).toBeTypeOf('function')
  expect(chooseSoter({}, ports)).toBeNull()
  expect(() => chooseSoter({ NANSHA_WECHAT_APP_ID: 'wxc' }, ports)).toThrow('one is missing')
})
