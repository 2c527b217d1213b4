import type * as Port from './BackLink'

/** The bar has an arrow, or a way home on a page that was opened directly. */
export const BackLink: typeof Port.BackLink = () => null
