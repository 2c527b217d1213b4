import type * as Port from './leave-to'

export const canLeaveTo: typeof Port.canLeaveTo = false

export const leaveTo: typeof Port.leaveTo = () => {
  throw new Error('A mini-program opens no web pages of others.')
}
