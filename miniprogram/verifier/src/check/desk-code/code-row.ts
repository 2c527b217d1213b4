import type { DeskCodeShown } from '@nansha/shared/api/verify'
import { DESK_CODE_ROTATION } from '@nansha/shared/desk-code/desk-code'

export interface FetchedCode extends DeskCodeShown {
  /** Unix milliseconds at which its turn on the screen begins. */
  readonly from: number
}

/** Codes of one screen, oldest first: some were shown and may yet be answered, the last may be the next one. */
export type CodeRow = readonly FetchedCode[]

const ROTATION_MS = DESK_CODE_ROTATION * 1000
/** Reading eight digits out and typing them takes longer than a scan; there is still time to answer after it. */
const SPOKEN_MS = 75_000
/** The next code is there before its turn, so that the screen never waits for it. */
const AHEAD_MS = 8_000

/** @param now Unix milliseconds. @returns the codes that can still be answered */
export function dropExpired(row: CodeRow, now: number): CodeRow {
  return row.every((code) => isGood(code, now)) ? row : row.filter((code) => isGood(code, now))
}

/** Whether the next code should be fetched now. */
export function isDue(row: CodeRow, now: number): boolean {
  return nextTurn(row, now) - now <= AHEAD_MS
}

/** @returns the row with the next code, whose turn begins when that of the last one ends */
export function addCode(row: CodeRow, code: DeskCodeShown, now: number): CodeRow {
  return [...row, { ...code, from: nextTurn(row, now) }]
}

export interface ShownCode {
  readonly code: FetchedCode
  /** Until the next one takes its place; stays at 0 when there is none. */
  readonly secondsLeft: number
}

/**
 * @param now Unix milliseconds
 * @returns the code whose turn it is, `undefined` of an empty row
 */
export function shownCode(row: CodeRow, now: number): ShownCode | undefined {
  const begun = row.filter(({ from }) => from <= now)
  const code = begun[begun.length - 1] ?? row[0]
  return code && { code, secondsLeft: Math.max(0, Math.ceil((code.from + turnOf(code) - now) / 1000)) }
}

function isGood({ expiresAt }: FetchedCode, now: number): boolean {
  return expiresAt * 1000 > now
}

/** How long a code is on the screen, in milliseconds. */
export function turnOf({ digits }: DeskCodeShown): number {
  return digits === undefined ? ROTATION_MS : SPOKEN_MS
}

function nextTurn(row: CodeRow, now: number): number {
  const newest = row[row.length - 1]
  return newest === undefined ? now : Math.max(now, newest.from + turnOf(newest))
}
