import { unixSeconds } from '@nansha/shared/clock/durations'
import {
  ENTRIES_PAGE,
  GUEST_COUNT_REQUEST_TYPE,
  GUEST_COUNT_TYPE,
  GUEST_REPORT_TYPE,
  GuestCount,
  type GuestCountRequest,
  type GuestReportMessage,
} from '@nansha/shared/guest-report/guest-report'
import type * as v from 'valibot'
import { postJwt } from '../clients/post-jwt'
import type { Signer } from '../crypto/signer'
import type { QueuedReport } from '../records/guest-reports'
import { isReceiptFor, type ReceiverPorts, readAnswer } from './check-receipt'
import type { Delivery, GuestReports } from './guest-reports'

export interface HttpReportPorts extends ReceiverPorts {
  /** The authority's endpoint, without a slash at the end. */
  readonly url: string
  readonly signer: Signer
  readonly fetch: typeof fetch
}

const TIMEOUT_MS = 8_000
const AT_ONCE = 8
/** A receipt is a few hundred bytes, a page of entries some 30 kB. */
const LARGEST_ANSWER = 65_536
/** When so many are refused or lost in a row, the authority is down: the others need not wait for their timeouts. */
const GIVE_UP_AFTER = 8

/** Reports over HTTPS, JWS in both directions (docs/guest-report.md). */
export function reportByHttp(ports: HttpReportPorts): GuestReports {
  const send = (path: string) => (reports: readonly QueuedReport[]) => sendAll(ports, path, reports)
  return {
    submit: send('arrivals'),
    correct: send('corrections'),
    depart: send('departures'),
    annul: send('annulments'),
    collect: async () => [],
    async reconcile(organisation, day) {
      const counted = await askCount(ports, organisation, day)
      return counted && { count: counted.count, hash: counted.hash }
    },
    async entries(organisation, day) {
      const all: string[] = []
      for (;;) {
        const page = (await askCount(ports, organisation, day, all.at(-1) ?? ''))?.entries
        if (!page || !continues(page, all.at(-1))) return null
        all.push(...page)
        if (page.length < ENTRIES_PAGE) return all
      }
    },
  }
}

async function sendAll(
  ports: HttpReportPorts,
  path: string,
  reports: readonly QueuedReport[],
): Promise<Delivery[]> {
  const waiting = [...reports]
  const deliveries: Delivery[] = []
  let failures = 0
  const sendOn = async () => {
    for (let report = waiting.shift(); report && failures < GIVE_UP_AFTER; report = waiting.shift()) {
      const isReceived = await sendOne(ports, path, report)
      failures = isReceived ? 0 : failures + 1
      deliveries.push({ report, outcome: isReceived ? 'received' : 'unsent' })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sendOn))
  return deliveries
}

async function sendOne(ports: HttpReportPorts, path: string, queued: QueuedReport): Promise<boolean> {
  const message: Omit<v.InferOutput<typeof GuestReportMessage>, 'iat'> = {
    iss: ports.issuerUrl,
    aud: ports.receiver.iss,
    report: queued.report,
  }
  const answer = await post(ports, path, GUEST_REPORT_TYPE, message)
  return answer !== undefined && isReceiptFor(ports, answer, queued)
}

async function askCount(ports: HttpReportPorts, organisation: string, day: string, after?: string) {
  const request: Omit<v.InferOutput<typeof GuestCountRequest>, 'iat'> = {
    iss: ports.issuerUrl,
    aud: ports.receiver.iss,
    organisation,
    day,
    ...(after !== undefined && { after }),
  }
  const answer = await post(ports, 'counts', GUEST_COUNT_REQUEST_TYPE, request)
  const counted =
    answer === undefined ? undefined : await readAnswer(ports, answer, GUEST_COUNT_TYPE, GuestCount)
  return counted?.organisation === organisation && counted.day === day ? counted : null
}

/** Whether a page goes on where the one before ended: pages that repeat themselves would be asked for without end. */
function continues(page: readonly string[], last = ''): boolean {
  return page.every((entry, index) => entry > (page[index - 1] ?? last))
}

/** @returns the body of a good answer, or `undefined` when there was none */
async function post(
  { url, signer, now, fetch }: Pick<HttpReportPorts, 'url' | 'signer' | 'now' | 'fetch'>,
  path: string,
  typ: string,
  message: object,
): Promise<string | undefined> {
  const jwt = await signer.sign(typ, { ...message, iat: unixSeconds(now()) })
  const endpoint = { fetch, url: `${url}/${path}`, timeoutMs: TIMEOUT_MS, largestAnswer: LARGEST_ANSWER }
  return postJwt(endpoint, jwt)
}
