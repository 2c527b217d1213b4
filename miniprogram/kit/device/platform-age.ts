/**
 * Whether the app that this one runs in is too old for it. weapp: below base library 2.23.4 the platform ignores the encryption of
 * storage (2.21.3), mirrors selfies (2.22.0) or does not tell the reader's text size (2.23.4). The browser build never is.
 */
export declare const isPlatformTooOld: boolean
