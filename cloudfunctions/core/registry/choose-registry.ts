import type { BlindIndex } from '../crypto/blind-index'
import type { RandomId } from '../function/random-id'
import { createAskNetworkId, type NetworkIdPorts } from './network-id'
import type { PopulationRegistry } from './population-registry'
import { readNetworkId } from './read-network-id'
import { createSpecimenRegistry, type SpecimenRegistryPorts } from './specimen-registry'
import { createTencentcloudRegistry } from './tencentcloud-registry'
import { createCallWechat } from './wechat-api'
import { createWechatRegistry } from './wechat-registry'
import { withNetworkId } from './with-network-id'

export interface RegistryPorts extends SpecimenRegistryPorts, NetworkIdPorts {
  readonly randomId: RandomId
  /** Names a person to the platform's filming for the minutes that it takes. */
  readonly index: BlindIndex
}

/**
 * The registry that `NANSHA_REGISTRY` names.
 *
 * @throws Error for an unknown one, for missing settings, for synthetic citizens outside a local stage, and for the
 * app's own camera unless a setting allows it
 */
export function chooseRegistry(environment: NodeJS.ProcessEnv, ports: RegistryPorts): PopulationRegistry {
  const { NANSHA_REGISTRY: name, NANSHA_STAGE: stage } = environment
  switch (name) {
    case 'specimen':
      if (stage !== 'local')
        throw new Error('NANSHA_REGISTRY=specimen is for a local stage: its citizens are invented.')
      return createSpecimenRegistry(ports)
    case 'tencentcloud':
      if (environment.NANSHA_GUIDED_CAPTURE !== 'allowed')
        throw new Error(
          'NANSHA_REGISTRY=tencentcloud sees people through our own camera, which nothing protects from injected video: it needs NANSHA_GUIDED_CAPTURE=allowed.',
        )
      return createTencentcloudRegistry({
        secretId: setting(environment, 'NANSHA_FACEID_SECRET_ID'),
        secretKey: setting(environment, 'NANSHA_FACEID_SECRET_KEY'),
      })
    case 'wechat': {
      const call = createCallWechat({
        appId: setting(environment, 'NANSHA_WECHAT_APP_ID'),
        appSecret: setting(environment, 'NANSHA_WECHAT_APP_SECRET'),
        fetch: ports.fetch,
        now: ports.now,
      })
      const filming = createWechatRegistry({ call, index: ports.index, randomId: ports.randomId })
      const networkId = readNetworkId(environment)
      return networkId
        ? withNetworkId(filming, networkId.application, createAskNetworkId(networkId, ports))
        : filming
    }
    default:
      throw new Error(`NANSHA_REGISTRY names no registry: ${name}`)
  }
}

function setting(environment: NodeJS.ProcessEnv, name: string): string {
  const value = environment[name]
  if (!value) throw new Error(`${name} is missing.`)
  return value
}
