import type { NetworkIdAsked } from '@nansha/shared/api/enrol'

/** Whether this phone can be asked for the national network ID at all; whether its app is installed, only asking tells. */
export declare function canShowNetworkId(): boolean

/**
 * Opens the app of the national network ID, where the owner lets their credential be used once.
 *
 * @returns `idCardAuthData`: what the app made for this transaction, for the server alone. `undefined` when the owner did
 *   not let it, or the app is missing
 */
export declare function showNetworkId(asked: NetworkIdAsked): Promise<string | undefined>
