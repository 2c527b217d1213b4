/** Whether this platform can ask for messages in the chat app. weapp: yes. h5: no. */
export declare const canAskForMessages: boolean

/**
 * Has the platform ask whether this app may send messages by a template; to be called by a tap.
 *
 * @returns whether the person agreed
 */
export declare function askForMessages(templateId: string): Promise<boolean>
