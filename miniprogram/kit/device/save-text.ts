/**
 * Hands a text to the person as a file: the browser saves it, the chat app forwards it to a chat of their choice.
 *
 * @param name of the file, with its ending
 * @throws Error when the device cannot; leaving the choice of a chat is no failure
 */
export declare function saveText(name: string, text: string): Promise<void>
