/**
 * Where a stay stands between the desk and the authority that receives reports of guests: `arrived` and `corrected` wait for a
 * receipt, `departed` for that of the departure, `annulled` (nobody stayed: an entry made by mistake) for that of the annulment.
 */
export const STAY_STATES = [
  'arrived',
  'reported',
  'corrected',
  'departed',
  'departure-reported',
  'annulled',
  'annulment-reported',
] as const
export type StayState = (typeof STAY_STATES)[number]

/** What can happen to a stay after its arrival. `receipt`: the authority has the newest version. */
export type StayEvent = 'receipt' | 'correct' | 'depart' | 'annul'

/** The one table of what follows what. What is not in it cannot happen. */
const NEXT: Readonly<Record<StayState, { readonly [Event in StayEvent]?: StayState }>> = {
  arrived: { receipt: 'reported', correct: 'corrected', depart: 'departed', annul: 'annulled' },
  reported: { correct: 'corrected', depart: 'departed', annul: 'annulled' },
  corrected: { receipt: 'reported', correct: 'corrected', depart: 'departed', annul: 'annulled' },
  departed: { receipt: 'departure-reported', correct: 'departed' },
  'departure-reported': { correct: 'departed' },
  annulled: { receipt: 'annulment-reported' },
  'annulment-reported': {},
}

/** @returns the state after an event, or `undefined` when it cannot happen in this state */
export function nextStayState(state: StayState, event: StayEvent): StayState | undefined {
  return NEXT[state][event]
}

/** Whether the guests are in the house. */
export function isInHouse(state: StayState): boolean {
  return nextStayState(state, 'depart') !== undefined
}

/** Whether the authority has not confirmed the newest version yet. */
export function isUnreported(state: StayState): boolean {
  return nextStayState(state, 'receipt') !== undefined
}

/** Whether it was taken back: nobody stayed. */
export function isAnnulled(state: StayState): boolean {
  return state === 'annulled' || state === 'annulment-reported'
}
