import { chooseRegistry } from '@nansha/core/registry/choose-registry'
import { expect, it } from 'vitest'
import { createEnrolPorts, newHolderKey } from '../../support/enrol-ports'

const { ports } = createEnrolPorts()
const wechat = {
  NANSHA_REGISTRY: 'wechat',
  NANSHA_STAGE: 'production',
  NANSHA_ISSUER_URL: 'https://id.example/trust',
  NANSHA_ISSUER_ID: '1',
  NANSHA_WECHAT_APP_ID: 'wxc',
  NANSHA_WECHAT_APP_SECRET: 'secret',
}
const { privateKey, publicJwk } = newHolderKey()
const networkId = {
  NANSHA_NETWORK_ID_GATEWAY: 'https://gateway.nansha.test/network-id',
  NANSHA_NETWORK_ID_GATEWAY_KEY: JSON.stringify(publicJwk),
  NANSHA_NETWORK_ID_ORG: '00000304',
  NANSHA_NETWORK_ID_BUSINESS: '0003',
  NANSHA_NETWORK_ID_KEY: JSON.stringify({ ...publicJwk, d: privateKey }),
}
const tencentcloud = {
  NANSHA_REGISTRY: 'tencentcloud',
  NANSHA_STAGE: 'production',
  NANSHA_GUIDED_CAPTURE: 'allowed',
  NANSHA_FACEID_SECRET_ID: 'id',
  NANSHA_FACEID_SECRET_KEY: 'key',
}
const choose = (environment: NodeJS.ProcessEnv) => chooseRegistry(environment, { ...ports, fetch })

it('chooseRegistry takes the one that is named', () => {
  expect(choose({ NANSHA_REGISTRY: 'specimen', NANSHA_STAGE: 'local' }).assurance).toBe('specimen')
  expect(choose(tencentcloud)).toMatchObject({ name: 'tencentcloud', assurance: 'guided-face' })
  expect(choose(wechat).name).toBe('wechat')
})

it('chooseRegistry asks for national network ID beside the filming when all of its settings are there', () => {
  expect(choose(wechat)).toMatchObject({ assurance: 'platform-face' })
  expect(choose(wechat)).not.toHaveProperty('networkId')
  expect(choose({ ...wechat, ...networkId })).toMatchObject({
    assurance: 'face+registry',
    capture: {},
    networkId: { orgId: '00000304', businessId: '0003' },
  })
})

it.each(Object.keys(networkId))(
  'chooseRegistry does not start with all of national network ID but %s',
  (name) => {
    expect(() => choose({ ...wechat, ...networkId, [name]: '' })).toThrow(name)
  },
)

it.each([
  ['NANSHA_NETWORK_ID_GATEWAY', 'http://gateway.nansha.test'],
  ['NANSHA_NETWORK_ID_GATEWAY_KEY', networkId.NANSHA_NETWORK_ID_KEY],
  ['NANSHA_NETWORK_ID_GATEWAY_KEY', 'no key'],
  ['NANSHA_NETWORK_ID_KEY', networkId.NANSHA_NETWORK_ID_GATEWAY_KEY],
])('chooseRegistry does not start with a wrong %s, and does not print it', (name, value) => {
  const start = () => choose({ ...wechat, ...networkId, [name]: value })
  expect(start).toThrow(name)
  expect(start).not.toThrow(value)
})

it.each([
  [{ NANSHA_REGISTRY: 'specimen', NANSHA_STAGE: 'production' }, 'invented'],
  [{ NANSHA_REGISTRY: 'specimen' }, 'invented'],
  [{ NANSHA_STAGE: 'local' }, 'names no registry'],
  [{ NANSHA_REGISTRY: 'none', NANSHA_STAGE: 'local' }, 'names no registry'],
  [{ ...tencentcloud, NANSHA_FACEID_SECRET_ID: '' }, 'NANSHA_FACEID_SECRET_ID'],
  [{ ...tencentcloud, NANSHA_GUIDED_CAPTURE: '' }, 'NANSHA_GUIDED_CAPTURE'],
  [{ ...tencentcloud, NANSHA_GUIDED_CAPTURE: 'no' }, 'NANSHA_GUIDED_CAPTURE'],
  [{ NANSHA_REGISTRY: 'wechat', NANSHA_WECHAT_APP_ID: 'wxc' }, 'NANSHA_WECHAT_APP_SECRET'],
])('chooseRegistry does not start with %j', (environment, reason) => {
  expect(() => choose(environment)).toThrow(reason)
})
