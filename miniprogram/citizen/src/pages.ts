import { restart } from '@nansha/kit/device/navigation'
import type { Step } from './steps'

export const PAGES = {
  home: '/home/index',
  present: '/present/index',
  history: '/history/index',
  pin: '/pin/index',
  lost: '/lost/index',
  settings: '/settings/index',
  about: '/about/index',
  privacy: '/privacy/index',
  offline: '/offline/index',
  desk: '/desk/answer/index',
  online: '/online/answer/index',
  wallets: '/wallets/index',
  issuances: '/log/issuances/index',
  addDocument: '/documents/add/index',
  document: '/documents/show/index',
  child: '/documents/child/index',
  counter: '/enrol/counter/index',
  face: '/enrol/face/index',
  unknown: '/unknown/index',
} as const

export function pageOf(step: Step): string {
  return `/enrol/${step}/index`
}

export function goHome(): void {
  restart(PAGES.home)
}
