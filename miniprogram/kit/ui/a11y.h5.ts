import type * as Port from './a11y'

export const a11y: typeof Port.a11y = ({ role, label, hidden, checked }) => ({
  ...(role && { role }),
  ...(role === 'heading' && { 'aria-level': 1 }),
  ...(label && { 'aria-label': label }),
  ...(hidden && { 'aria-hidden': true }),
  ...(checked !== undefined && { 'aria-checked': checked, tabIndex: 0 }),
})
