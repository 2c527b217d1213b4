import { chooseRegistry } from '@nansha/core/registry/choose-registry'
import { expect, it } from 'vitest'
import { createEnrolPorts } from '../../support/enrol-ports'

const { ports } = createEnrolPorts()
const choose = (environment: NodeJS.ProcessEnv) => chooseRegistry(environment, { ...ports, fetch })

it('takes the one that is named', () => {
  const faceid = { NANSHA_FACEID_SECRET_ID: 'id', NANSHA_FACEID_SECRET_KEY: 'key' }
  const wechat = { NANSHA_WECHAT_APP_ID: 'wxc', NANSHA_WECHAT_APP_SECRET: 'secret' }
  expect(choose({ NANSHA_REGISTRY: 'specimen', NANSHA_STAGE: 'local' }).assurance).toBe('specimen')
  expect(choose({ NANSHA_REGISTRY: 'tencentcloud', NANSHA_STAGE: 'production', ...faceid }).name).toBe(
    'tencentcloud',
  )
  expect(choose({ NANSHA_REGISTRY: 'wechat', NANSHA_STAGE: 'production', ...wechat }).name).toBe('wechat')
})

it.each([
  [{ NANSHA_REGISTRY: 'specimen', NANSHA_STAGE: 'production' }, 'invented'],
  [{ NANSHA_REGISTRY: 'specimen' }, 'invented'],
  [{ NANSHA_STAGE: 'local' }, 'names no registry'],
  [{ NANSHA_REGISTRY: 'none', NANSHA_STAGE: 'local' }, 'names no registry'],
  [{ NANSHA_REGISTRY: 'tencentcloud' }, 'NANSHA_FACEID_SECRET_ID'],
  [{ NANSHA_REGISTRY: 'wechat', NANSHA_WECHAT_APP_ID: 'wxc' }, 'NANSHA_WECHAT_APP_SECRET'],
])('does not start with %j', (environment, reason) => {
  expect(() => choose(environment)).toThrow(reason)
})
