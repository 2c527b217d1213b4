/** Whether this platform can open a page of somebody else's in the place of this one. */
export declare const canLeaveTo: boolean

/**
 * Leaves the app for a web page. weapp: impossible, the platform opens no pages outside of it.
 *
 * @param address `https://…`, checked by the caller
 */
export declare function leaveTo(address: string): void
