import type * as Port from './focus-page'

/** A page that slides in cannot take the focus before it is displayed; about two seconds of frames. */
const FRAMES = 120

export const focusPage: typeof Port.focusPage = (page) => {
  if (page instanceof HTMLElement) focusHeading(page, FRAMES)
}

function focusHeading(page: HTMLElement, frames: number): void {
  const heading = page.querySelector<HTMLElement>('[role=heading]') ?? page
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  const isNowhere = document.activeElement === document.body
  if (isNowhere && frames > 0 && page.isConnected) requestAnimationFrame(() => focusHeading(page, frames - 1))
}
