import type * as Port from './a11y'

/** The template carries these attributes because of build/aria-plugin.cjs. */
export const a11y: typeof Port.a11y = ({ role, label, hidden, checked }) => ({
  ...(role && { ariaRole: role }),
  ...(label && { ariaLabel: label }),
  ...(hidden && { ariaHidden: true }),
  ...(checked !== undefined && { ariaChecked: checked }),
})
