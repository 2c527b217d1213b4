import { Fragment } from 'react'

/** Nothing: the build puts the providers around each page, in the package of what is not needed at once. */
export const AroundPages = Fragment
