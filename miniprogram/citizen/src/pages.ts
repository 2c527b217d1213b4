import { restart } from '@nansha/kit/device/navigation'

export const PAGES = {
  home: '/home/index',
  present: '/present/index',
  history: '/history/index',
  pin: '/pin/index',
  settings: '/settings/index',
  about: '/about/index',
  offline: '/offline/index',
  desk: '/desk/answer/index',
  issuances: '/log/issuances/index',
  counter: '/enrol/counter/index',
  face: '/enrol/face/index',
} as const

export function pageOf(step: Step): string {
  return `/enrol/${step}/index`
}

export function goHome(): void {
  restart(PAGES.home)
}

/** In the order in which the citizen meets them: each side of the card is read while the next thing is done. */
export const STEPS = ['notice', 'card', 'emblem', 'selfie', 'details', 'submit'] as const

export type Step = (typeof STEPS)[number]
