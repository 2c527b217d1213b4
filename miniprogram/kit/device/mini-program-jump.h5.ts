import type * as Port from './mini-program-jump'

export const readJump: typeof Port.readJump = () => undefined

export const returnFromJump: typeof Port.returnFromJump = () => {
  throw new Error('No mini-program leads to a web page.')
}
