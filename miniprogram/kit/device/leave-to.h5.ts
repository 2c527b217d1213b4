import type * as Port from './leave-to'

export const canLeaveTo: typeof Port.canLeaveTo = true

export const leaveTo: typeof Port.leaveTo = (address) => {
  window.location.assign(address)
}
