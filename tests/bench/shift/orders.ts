import type { GuestDocument } from '@nansha/shared/api/guest-document'

interface At {
  /** Unix milliseconds of the simulated week. */
  readonly now: number
}

/** What the desk, its guests and the timers ask of the cloud of a simulated week. */
export type Order = At &
  (
    | { readonly kind: 'scan'; readonly handle: string; readonly ticket: string; readonly stay: string }
    | {
        readonly kind: 'admit'
        readonly stay: string
        readonly guest: string
        readonly document: GuestDocument
        readonly isMinor: boolean
      }
    | { readonly kind: 'arrive'; readonly stay: string; readonly room: string; readonly until: string }
    | { readonly kind: 'move'; readonly stay: string; readonly revision: number; readonly room: string }
    | { readonly kind: 'depart'; readonly stay: string; readonly revision: number }
    | { readonly kind: 'send' | 'reconcile' | 'report' | 'memory' }
  )

/** Bytes that the cloud's process keeps after a collection of garbage, and what of it the system holds resident. */
export interface MemoryInUse {
  readonly heap: number
  /** Includes the pages of the database's file that were read last. */
  readonly resident: number
}

/** What lies in the cloud at the end. */
export interface WeekReport {
  readonly queued: readonly { readonly stay: string; readonly version: number; readonly state: string }[]
  readonly states: Readonly<Record<string, number>>
  /** Uses in the citizens' histories. */
  readonly presented: number
}
