import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { digestText } from '@nansha/shared/encoding/digest'
import {
  ENTRIES_PAGE,
  GUEST_COUNT_REQUEST_TYPE,
  GUEST_COUNT_TYPE,
  GUEST_MESSAGE_SECONDS,
  GUEST_RECEIPT_TYPE,
  GUEST_REPORT_TYPE,
  GuestCountRequest,
  GuestReport,
  GuestReportMessage,
} from '@nansha/shared/guest-report/guest-report'
import { hashEntries, reportDay, reportEntry } from '@nansha/shared/guest-report/report-entries'
import { createJws } from '@nansha/shared/jws/create-jws'
import { keyById } from '@nansha/shared/jws/key-by-id'
import { refuseAs, verifyJws } from '@nansha/shared/jws/verify-jws'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { unlessRefused } from '@nansha/shared/refusals'
import * as v from 'valibot'
import type { AuthorityKeys } from './authority-keys'

/** Who reports, and under which name the authority answers. */
export interface AuthorityPorts {
  readonly keys: Pick<AuthorityKeys, 'receipts'>
  /** `iss` of its receipts. */
  readonly issuer: string
  /** `iss` of the deployment that reports, and its keys of reports. */
  readonly reporter: { readonly iss: string; readonly keys: readonly EcPublicJwk[] }
  readonly verifySignature: VerifySignature
  /** Unix milliseconds. */
  readonly now: () => number
}

/** A report as it was received. */
export interface Received {
  readonly report: GuestReport
  readonly digest: string
  readonly receivedAt: number
}

/** HTTP status, and a JWS when it is 200. */
export interface AuthorityAnswer {
  readonly status: number
  readonly body: string
}

export interface Authority {
  /** Takes a report: the same one again is answered the same, another one under its name is refused. */
  receive(jws: string): Promise<AuthorityAnswer>
  count(jws: string): Promise<AuthorityAnswer>
  /** Every version of every stay, in the order received. */
  all(): readonly Received[]
  /** Loses what it has, for tests of the comparison. */
  forget(stay: string): void
}

/** @param file JSON Lines in which reports survive a restart; without one they are only in memory */
export async function createAuthority(ports: AuthorityPorts, file?: string): Promise<Authority> {
  const received = new Map<string, Received>()
  for (const one of file === undefined ? [] : await readLines(file)) received.set(nameOf(one.report), one)

  const sign = (typ: string, payload: object) =>
    createJws(
      ports.keys.receipts.privateKey,
      { typ, kid: keyThumbprint(ports.keys.receipts.publicJwk) },
      { iss: ports.issuer, aud: ports.reporter.iss, iat: unixSeconds(ports.now()), ...payload },
    )

  return {
    async receive(jws) {
      const message = await readMessage(ports, jws, GUEST_REPORT_TYPE, GuestReportMessage)
      const report = message && parseReport(message.report)
      if (!message || !report) return REFUSED
      const digest = digestText(message.report)
      const known = received.get(nameOf(report))
      if (known && known.digest !== digest) return { status: 409, body: '' }
      if (!known) {
        const one = { report, digest, receivedAt: unixSeconds(ports.now()) }
        // Written down first: a receipt for what a crash forgets would be a false one.
        if (file !== undefined) await appendFile(file, `${JSON.stringify(one)}\n`)
        received.set(nameOf(report), one)
      }
      const { stay, version } = report
      return { status: 200, body: sign(GUEST_RECEIPT_TYPE, { stay, version, digest }) }
    },

    async count(jws) {
      const asked = await readMessage(ports, jws, GUEST_COUNT_REQUEST_TYPE, GuestCountRequest)
      if (!asked) return REFUSED
      const { organisation, day, after } = asked
      const entries = [...received.values()]
        .filter(({ report }) => report.organisation.id === organisation && reportDay(report.at) === day)
        .map(({ report, digest }) => reportEntry({ ...report, digest }))
        .sort()
      const page = after !== undefined && entries.filter((entry) => entry > after).slice(0, ENTRIES_PAGE)
      const said = { organisation, day, count: entries.length, hash: hashEntries(entries) }
      return { status: 200, body: sign(GUEST_COUNT_TYPE, { ...said, ...(page && { entries: page }) }) }
    },

    all: () => [...received.values()],

    forget(stay) {
      for (const [name, { report }] of received) if (report.stay === stay) received.delete(name)
    },
  }
}

const REFUSED: AuthorityAnswer = { status: 400, body: '' }

function nameOf({ stay, version }: GuestReport): string {
  return `${stay}.${version}`
}

async function readMessage<Schema extends v.GenericSchema<unknown, { iss: string }>>(
  { issuer, reporter, verifySignature, now }: AuthorityPorts,
  jws: string,
  typ: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  const profile = {
    typ,
    headers: ['kid'],
    audience: issuer,
    window: { before: GUEST_MESSAGE_SECONDS, after: GUEST_MESSAGE_SECONDS },
    key: keyById(reporter.keys),
    refusal: refuseAs('INPUT_INVALID'),
  } as const
  const verified = await unlessRefused(verifyJws(jws, profile, unixSeconds(now()), verifySignature))
  const said = v.safeParse(schema, verified?.payload)
  return said.success && said.output.iss === reporter.iss ? said.output : undefined
}

function parseReport(text: string): GuestReport | undefined {
  try {
    const parsed = v.safeParse(GuestReport, JSON.parse(text))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

async function readLines(file: string): Promise<Received[]> {
  await mkdir(path.dirname(file), { recursive: true })
  const text = await readFile(file, 'utf8').catch(() => '')
  // The last line of a machine that crashed may be half one: nobody got a receipt for it.
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as Received]
    } catch {
      return []
    }
  })
}
