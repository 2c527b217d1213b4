/** @returns a function that ends the watch; `onChange` is called at once with the present state and then on changes. */
export declare function watchNetwork(onChange: (online: boolean) => void): () => void
