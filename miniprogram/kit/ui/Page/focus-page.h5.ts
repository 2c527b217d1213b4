import type * as Port from './focus-page'

export const focusPage: typeof Port.focusPage = (page) => {
  if (!(page instanceof HTMLElement)) return
  const heading = page.querySelector<HTMLElement>('[role=heading]') ?? page
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
}
