import type * as Port from './declare-language'

/** A mini-program has no such setting. */
export const declareLanguage: typeof Port.declareLanguage = () => undefined
