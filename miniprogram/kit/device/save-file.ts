/**
 * Hands a text to its owner as a file: a download in a browser, a message to a chat of their choice in a mini-program, which keeps no copy.
 *
 * @returns whether it was taken
 */
export declare function saveFile(name: string, text: string): Promise<boolean>
