import path from 'node:path'

export const REPOSITORY = path.resolve(import.meta.dirname, '..')

/** Where collections, functions and rules are declared. */
export const DEPLOY = path.join(REPOSITORY, 'cloudfunctions/deploy')

/** Data of `npm start`, `npm run dev`, `seed` and `reset`, unless told otherwise. */
export const DATA = path.join(REPOSITORY, '.data')
