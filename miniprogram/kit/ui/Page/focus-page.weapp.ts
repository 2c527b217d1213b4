import type * as Port from './focus-page'

/** The platform moves its reader by itself. */
export const focusPage: typeof Port.focusPage = () => undefined
