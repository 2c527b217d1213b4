/** Whether this platform can open a web page in place of the app. */
export declare const canLeaveTo: boolean

/**
 * Leaves the app for a web page. weapp: impossible, the platform opens no pages outside of it.
 *
 * @param address `https://…`, checked by the caller
 */
export declare function leaveTo(address: string): void
