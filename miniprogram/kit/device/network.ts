/** Whether the device has a network now; a device that cannot tell has one. */
export declare function hasNetwork(): Promise<boolean>

/** @returns a function that ends the watch; `onChange` is called at once with the present state and then on changes. */
export declare function watchNetwork(onChange: (online: boolean) => void): () => void
