import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@nansha/shared/clock/durations'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { type Authority, createAuthority } from '#demo/authority/receive-reports'
import { createTestClock, NOW_MS } from '#support/clock'
import { ISSUER } from '#support/issuer'
import { AUTHORITY, reportSigner } from '#support/trust'
import { createKillableCloud } from './killable-cloud'
import { serveAuthority } from './lossy-authority'
import type { MemoryInUse, Order, WeekReport } from './orders'
import { planWeek } from './plan-week'

export interface ShiftOptions {
  readonly guests: number
  readonly days: number
  readonly kills: number
  /** Uniform in [0, 1). */
  readonly random: () => number
}

/** What a simulated week came to; everything but the figures must be as it should. */
export interface ShiftResult {
  readonly guests: number
  readonly stays: number
  readonly reports: number
  readonly kills: number
  readonly lostRequests: number
  /** Reports that the authority lacks, and such as it has and nobody sent. */
  readonly missing: number
  readonly unknown: number
  readonly unsent: number
  /** Uses in the citizens' histories, and those that happened. */
  readonly presented: number
  readonly scans: number
  /** Longest from a change to the authority, without the hours in which it was down; milliseconds. */
  readonly slowest: number
  readonly slowestAfterRecovery: number
  readonly comparisons: { readonly equal: number; readonly different: number }
  /** Each night, before anything is listed. */
  readonly memory: readonly MemoryInUse[]
  readonly faults: readonly string[]
}

const OUTAGE_MS = 6 * HOUR_MS
const TICK_MS = 10 * MINUTE_MS
/** What no desk asks for. */
const TIMERS: ReadonlySet<Order['kind']> = new Set(['send', 'reconcile', 'memory'])

/**
 * Plays a hotel's week against the real services in a process of its own: the authority is down for six hours, its network
 * drops requests and answers at random, and the process is killed in the middle of what it does.
 */
export async function runShift({ guests, days, kills, random }: ShiftOptions): Promise<ShiftResult> {
  const start = NOW_MS
  const end = start + days * DAY_MS + 4 * HOUR_MS
  const outage = { from: start + (days * DAY_MS) / 2, until: start + (days * DAY_MS) / 2 + OUTAGE_MS }
  const plan = planWeek(guests, days, start, random)
  const dataDir = await mkdtemp(path.join(tmpdir(), 'nansha-shift-'))
  const clock = createTestClock(start)
  const authority = await createAuthority({
    keys: AUTHORITY,
    issuer: AUTHORITY.issuer,
    reporter: { iss: ISSUER, keys: [reportSigner.publicJwk] },
    verifySignature: verifyWithNoble,
    now: () => clock.now,
  })
  const isDown = () => clock.now >= outage.from && clock.now < outage.until
  const network = await serveAuthority(authority, isDown, random)
  const cloud = createKillableCloud(dataDir, network.url)
  const timed = [...plan.orders, ...ticks(start, end)].sort((a, b) => a.now - b.now)
  const busy = timed.flatMap(({ kind }, n) => (TIMERS.has(kind) ? [] : [n]))
  const fatal = new Set(Array.from({ length: kills }, () => busy[Math.floor(random() * busy.length)]))

  const comparisons = { equal: 0, different: 0 }
  const memory: MemoryInUse[] = []
  const faults: string[] = []
  try {
    for (const [n, order] of timed.entries()) {
      clock.now = order.now
      const answer = await cloud
        .ask(order, fatal.has(n) ? random() * 20 : undefined)
        .catch((fault: Error) => {
          faults.push(`${order.kind}: ${fault.message}`)
        })
      if (order.kind === 'reconcile' && answer) {
        const { equal, different } = answer as typeof comparisons
        comparisons.equal += equal
        comparisons.different += different
      }
      if (order.kind === 'memory') memory.push(answer as MemoryInUse)
    }
    const report = (await cloud.ask({ kind: 'report', now: end })) as WeekReport
    return {
      ...judge(authority, report, outage),
      guests,
      stays: plan.stays,
      scans: plan.scans,
      kills: cloud.kills(),
      lostRequests: network.lost(),
      comparisons,
      memory,
      faults,
    }
  } finally {
    cloud.stop()
    await network.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function judge(
  authority: Authority,
  { queued, presented }: WeekReport,
  outage: { from: number; until: number },
) {
  const name = ({ stay, version }: { stay: string; version: number }) => `${stay}.${version}`
  const there = new Map(authority.all().map((one) => [name(one.report), one]))
  const here = new Set(queued.map(name))
  let [slowest, slowestAfterRecovery] = [0, 0]
  for (const { report, receivedAt } of there.values()) {
    const [made, received] = [report.at * 1000, receivedAt * 1000]
    if (made >= outage.from - HOUR_MS && made < outage.until)
      slowestAfterRecovery = Math.max(slowestAfterRecovery, received - outage.until)
    else slowest = Math.max(slowest, received - made)
  }
  return {
    reports: there.size,
    missing: queued.filter((one) => !there.has(name(one))).length,
    unknown: [...there.keys()].filter((one) => !here.has(one)).length,
    unsent: queued.filter(({ state }) => state !== 'done').length,
    presented,
    slowest,
    slowestAfterRecovery,
  }
}

/** The timers: reports every ten minutes of the simulated time, the comparison every night, and a look at the memory. */
function ticks(start: number, end: number): Order[] {
  const orders: Order[] = []
  for (let now = start; now <= end; now += TICK_MS) {
    orders.push({ kind: 'send', now })
    if ((now - start) % DAY_MS === 0 && now > start) {
      orders.push({ kind: 'memory', now: now + 1 })
      orders.push({ kind: 'reconcile', now: now + 2 })
    }
  }
  orders.push({ kind: 'reconcile', now: end })
  return orders
}
