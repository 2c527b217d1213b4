import { type Ask, codeOf } from '@nansha/kit/cloud/ask'
import { repeat } from '@nansha/kit/device/repeat'
import type { Store } from '@nansha/kit/state/create-store'
import { createValue } from '@nansha/kit/state/create-value'
import type { Collected, DeskCodeShown, VerifyEvent } from '@nansha/shared/api/verify'
import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import { type ErrorCode, NanshaError, UNANSWERED } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import type { Subject } from '../subject'
import { believeAnswer, type VerifyTicketPorts } from '../verify-ticket'
import { addCode, type CodeRow, dropExpired, isDue } from './code-row'

const TICK_MS = 1000
const COLLECT_MS = 1500
/** `collect` takes no more, and what is older has expired. */
const ASKED_AT_ONCE = 5
/** Milliseconds without a person after which a desk stops showing a code until the clerk asks for one. */
const IDLE_MS = 10 * MINUTE_MS

export type DeskScreen =
  | { readonly phase: 'opening' }
  /** `since`: Unix ms of the first code; `offline`: what holders approve now does not arrive. */
  | { readonly phase: 'showing'; readonly row: CodeRow; readonly since: number; readonly offline: boolean }
  | { readonly phase: 'failed'; readonly code: ErrorCode }
  | { readonly phase: 'paused' }

/** What a desk asks for. */
export interface DeskAsk {
  readonly scenario: ScenarioName
  /** By eight digits that the clerk reads out, in place of a code to scan. */
  readonly isSpoken?: boolean | undefined
}

export interface DeskScreenEvents {
  readonly arrived: (subject: Subject) => void
  readonly refused: (code: ErrorCode) => void
}

export interface OpenDeskScreen {
  readonly store: Store<DeskScreen, DeskScreen>
  close(): void
}

export type DeskScreenPorts = VerifyTicketPorts & {
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
}

/**
 * Shows codes that holders scan, each taking the place of the last before that grows old, and listens for what comes in
 * on them. Ends with the first answer.
 */
export function openDeskScreen(
  ports: DeskScreenPorts,
  { scenario, isSpoken }: DeskAsk,
  events: DeskScreenEvents,
): OpenDeskScreen {
  const { now } = ports
  const store = createValue<DeskScreen>({ phase: 'opening' })
  const stops: (() => void)[] = []
  let isOpen = true
  const close = () => {
    isOpen = false
    for (const stop of stops) stop()
  }
  const end = (state: DeskScreen) => {
    close()
    store.dispatch(state)
  }

  const turn = async () => {
    const state = store.get()
    const { row, since } = state.phase === 'showing' ? state : { row: [], since: now() }
    if (now() - since > IDLE_MS) return end({ phase: 'paused' })
    const good = dropExpired(row, now())
    if (state.phase === 'showing' && good === row && !isDue(row, now())) return
    try {
      const next = isDue(good, now())
        ? addCode(good, await fetchCode(ports.ask, { scenario, isSpoken }), now())
        : good
      if (isOpen) store.dispatch({ phase: 'showing', row: next, since, offline: false })
    } catch (error) {
      if (!isOpen) return
      if (good.length === 0) return end({ phase: 'failed', code: codeOf(error) })
      store.dispatch({ phase: 'showing', row: good, since, offline: true })
    }
  }

  const collect = async () => {
    const state = store.get()
    if (state.phase !== 'showing') return
    try {
      const subject = await collectAnswer(ports, scenario, state.row)
      if (!subject || !isOpen) return
      close()
      events.arrived(subject)
    } catch (error) {
      const code = codeOf(error)
      if (UNANSWERED.has(code) || !isOpen) return
      close()
      events.refused(code)
    }
  }

  void turn().then(() => {
    if (isOpen) stops.push(repeat(TICK_MS, turn), repeat(COLLECT_MS, collect))
  })
  return { store, close }
}

function fetchCode(ask: Ask, { scenario, isSpoken }: DeskAsk): Promise<DeskCodeShown> {
  const event: VerifyEvent = { action: 'desk-code', scenario, ...(isSpoken && { spoken: true }) }
  return ask<DeskCodeShown>('verify', event)
}

/** @throws NanshaError DESK_MISMATCH for a ticket that answers none of these codes, VERDICT_INVALID, … */
async function collectAnswer(
  ports: DeskScreenPorts,
  scenario: ScenarioName,
  row: CodeRow,
): Promise<Subject | undefined> {
  const event: VerifyEvent = {
    action: 'collect',
    nonces: row.slice(-ASKED_AT_ONCE).map(({ nonce }) => nonce),
  }
  const { answer } = await ports.ask<Collected>('verify', event)
  if (!answer) return undefined
  const { nonce, ticket, ...verified } = answer
  const answered = row.find((code) => code.nonce === nonce)
  if (!answered || unpackTicket(ticket)?.desk !== digestText(answered.code))
    throw new NanshaError('DESK_MISMATCH')
  return believeAnswer(ports, verified, { ticket, scenario })
}
