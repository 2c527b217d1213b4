import { restart } from '@nansha/kit/device/navigation'
import type { Step } from './enrol/next-step'

export const PAGES = {
  home: '/pages/home/index',
  present: '/pages/present/index',
  history: '/pages/history/index',
  pin: '/pages/pin/index',
  settings: '/pages/settings/index',
  about: '/pages/about/index',
  offline: '/pages/offline/index',
  desk: '/desk/answer/index',
  issuances: '/log/issuances/index',
  counter: '/enrol/counter/index',
} as const

export function pageOf(step: Step): string {
  return `/enrol/${step}/index`
}

export function goHome(): void {
  restart(PAGES.home)
}
