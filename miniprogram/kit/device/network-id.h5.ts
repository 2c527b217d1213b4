import type * as Port from './network-id'

export const canShowNetworkId: typeof Port.canShowNetworkId = () => false

export const showNetworkId: typeof Port.showNetworkId = async () => undefined
