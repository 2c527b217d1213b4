import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { beginComparison } from '@nansha/core/verify/compare-faces'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { countChecks } from '@nansha/core/verify/count-checks'
import { listChecks } from '@nansha/core/verify/list-checks'
import { listWarnings } from '@nansha/core/verify/list-warnings'
import { openSession } from '@nansha/core/verify/open-session'
import { recordCardCheck } from '@nansha/core/verify/record-card-check'
import { recordPassUse } from '@nansha/core/verify/record-pass-use'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import type { VerifyPorts } from '@nansha/core/verify/verify-ports'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { VerifyEvent } from '@nansha/shared/api/verify'
import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { createOfflineWorld } from '#support/offline-world'
import { TRUST_LIST } from '#support/trust'
import { CLERK } from '#support/world'
import { askAndFollow } from '#verifier/trust/ask-and-follow'
import { createTrustSession } from '#verifier/trust/trust-session'
import { createMemoryStorage } from '../../support/memory-storage'

/**
 * A companion before the real functions of `verify`, in memory: its storage survives `restart`, and its network can be
 * taken away.
 */
export async function createCompanion() {
  const world = await createOfflineWorld()
  const storage = createMemoryStorage()
  const asked: VerifyEvent['action'][] = []
  const line = {
    /** What every call fails with; `undefined` while all is well. */
    failure: undefined as ErrorCode | undefined,
    /** Calls that have not been answered yet. */
    pending: 0,
    /** What sits between companion and cloud may change answers. */
    tamper: (answer: object): object => answer,
  }
  const ports: VerifyPorts = { ...world.ports, acceptSpecimens: true }

  const ask: Ask = async <Result>(_name: string, event: object) => {
    const sent = event as VerifyEvent
    asked.push(sent.action)
    if (line.failure) throw new NanshaError(line.failure)
    line.pending++
    try {
      return line.tamper(await answer(world, ports, sent)) as Result
    } finally {
      line.pending--
    }
  }
  /** A holder hands a ticket to the desk that showed this code. */
  const answerCode = (code: string, ticket: string) =>
    answerDeskCode({ ...ports, trust: TRUST_LIST } as unknown as WalletPorts, world, { code, ticket })

  const restart = () =>
    createTrustSession({
      ask,
      storage,
      now: () => world.clock.now,
      verifySignature: verifyWithNoble,
      pinnedRoots: TRUST_LIST.roots,
    })

  const trust = restart()
  const desk = {
    ask: askAndFollow(ask, trust),
    trust,
    verifySignature: verifyWithNoble,
    now: () => world.clock.now,
  }
  return { world, storage, asked, line, ask, trust, desk, restart, answerCode }
}

export type Companion = Awaited<ReturnType<typeof createCompanion>>

/** What the function `verify` does with a clerk's event. */
function answer(
  world: Awaited<ReturnType<typeof createOfflineWorld>>,
  ports: VerifyPorts,
  event: VerifyEvent,
): Promise<object> {
  switch (event.action) {
    case 'session':
      return openSession(ports, CLERK)
    case 'bundle':
      return world.download(ports)
    case 'ticket':
      return verifyTicket(ports, CLERK, event)
    case 'begin-comparison':
      return beginComparison(ports, CLERK, event.useId)
    case 'compare-faces':
      return Promise.reject(new NanshaError('SERVICE_UNAVAILABLE'))
    case 'confirm':
      return confirmUse(ports, CLERK, event)
    case 'desk-code':
      return showDeskCode(ports, CLERK, event.scenario, event.spoken)
    case 'collect':
      return collectAnswer(ports, CLERK, event.nonces)
    case 'pass-use':
      return recordPassUse(ports, CLERK, event)
    case 'card-check':
      return recordCardCheck(ports, CLERK, event).then(() => ({}))
    case 'checks':
      return listChecks(ports, CLERK, event.before)
    case 'day':
      return countChecks(ports, CLERK, event.day)
    case 'warnings':
      return listWarnings(ports, CLERK, event.read)
  }
}
