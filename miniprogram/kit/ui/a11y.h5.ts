import type * as Port from './a11y'
import { onChoiceKey } from './choice-keys.h5'

export const a11y: typeof Port.a11y = ({ role, label, hidden, checked, scrolls }) => ({
  ...(role && { role }),
  ...(role === 'heading' && { 'aria-level': 1 }),
  ...(label && { 'aria-label': label }),
  ...(hidden && { 'aria-hidden': true }),
  ...(scrolls && { tabIndex: 0 }),
  ...(checked !== undefined && {
    'aria-checked': String(checked),
    tabIndex: checked || role !== 'radio' ? 0 : -1,
    onKeyDown: onChoiceKey,
  }),
})
