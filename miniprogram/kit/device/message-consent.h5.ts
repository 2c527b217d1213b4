import type * as Port from './message-consent'

export const canAskForMessages: typeof Port.canAskForMessages = false

export const askForMessages: typeof Port.askForMessages = async () => false
