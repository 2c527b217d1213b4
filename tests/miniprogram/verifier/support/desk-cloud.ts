import type { CounterEvent } from '@nansha/shared/api/counter'
import type { InvitationList, OrganisationEvent } from '@nansha/shared/api/organisation'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { Checks, StaffSession, VerifyEvent, Warnings } from '@nansha/shared/api/verify'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { ErrorCode } from '@nansha/shared/errors'
import { stayOfUse } from '@nansha/shared/stays/stay-of-use'
import sharp from 'sharp'
import type { Reply } from '#support/serve-static'
import { answerEnrol, answerOrganisation } from './desk-office'
import { createDeskStays, type DeskStays } from './desk-stays'
import { createSignedAnswers, ORGANISATION, type SignedAnswers } from './signed-answers'
import { endOf } from './ticket-that'

/**
 * A stand-in for the cloud of a companion: a ticket of `ticketThat` says how it ends, and
 * answers are signed as the real ones are.
 */
export interface DeskCloud {
  /** What a person at the desk caused; background questions are not among them. */
  readonly events: VerifyEvent[]
  readonly reported: VerifyEvent[]
  readonly signed: SignedAnswers
  /** What the session call answers, and whether the network is there. */
  session: ErrorCode | 'open'
  role: StaffSession['role']
  network: boolean
  /** The answer to a ticket is signed by nobody. */
  forged: boolean
  checks: Checks['checks']
  warnings: Warnings['warnings']
  invitations: InvitationList['invitations']
  /** The hotel's function `stays`. */
  readonly stays: DeskStays
  /** What somebody answered on the desk's code. */
  arrives: string | undefined
  answer(url: string, event: unknown): Promise<Reply>
}

const BACKGROUND: ReadonlySet<VerifyEvent['action']> = new Set([
  'bundle',
  'checks',
  'warnings',
  'pass-use',
  'collect',
])

export async function createDeskCloud(): Promise<DeskCloud> {
  const [portrait, signed] = await Promise.all([drawPortrait(), createSignedAnswers()])
  const cloud: DeskCloud = {
    events: [],
    reported: [],
    signed,
    session: 'open',
    role: 'clerk',
    network: true,
    forged: false,
    checks: [],
    warnings: [],
    invitations: [],
    stays: createDeskStays(),
    arrives: undefined,
    async answer(url, sent) {
      if (!cloud.network) return undefined
      if (url === '/functions/organisation')
        return reply(answerOrganisation(cloud, sent as OrganisationEvent))
      if (url === '/functions/stays') return reply(cloud.stays.answer(sent as StaysEvent))
      if (url === '/functions/enrol') return reply(answerEnrol(sent as CounterEvent, portrait))
      const event = sent as VerifyEvent
      if (event.action === 'pass-use') cloud.reported.push(event)
      if (!BACKGROUND.has(event.action)) cloud.events.push(event)
      return reply(await verify(cloud, event, portrait))
    },
  }
  return cloud
}

function reply(result: object): Reply {
  return { status: 200, body: { requestId: 'r', result: { ok: true, ...result, serverTime: Date.now() } } }
}

async function verify(cloud: DeskCloud, event: VerifyEvent, portrait: string): Promise<object> {
  const at = unixSeconds(Date.now())
  switch (event.action) {
    case 'session':
      return cloud.session === 'open' ? session(cloud, at) : { ok: false, code: cloud.session }
    case 'bundle':
      return cloud.session === 'open' ? cloud.signed.bundle() : { ok: false, code: cloud.session }
    case 'ticket':
      return disclose(cloud, event, portrait, at)
    case 'begin-comparison':
      return { comparison: 'c'.repeat(22), upload: `comparisons/${'c'.repeat(22)}` }
    case 'compare-faces':
      return { answer: 'not-sure' }
    case 'confirm':
      if (event.portraitMatches) cloud.stays.wait(event.stay ?? stayOfUse(event.useId))
      return { verdict: event.portraitMatches ? 'accepted' : 'refused' }
    case 'card-check':
      return {}
    case 'checks':
      return { checks: cloud.checks }
    case 'day': {
      const cards = { matches: 2, differs: 0, missing: 1 }
      return { day: event.day, shown: 0, accepted: 21, refused: 1, disputed: 1, cards, medianSeconds: 9 }
    }
    case 'warnings':
      return { warnings: cloud.warnings.filter(({ id }) => !event.read.includes(id)) }
    case 'pass-use':
      return { passId: 'pass', result: 'recorded' }
    case 'desk-code':
      return {
        code: `ND1:DESK CODE ${at}`,
        nonce: `nonce-${at}-0123456789`,
        expiresAt: at + 120,
        ...(event.spoken && { digits: '20482048' }),
      }
    case 'collect':
      return cloud.arrives === undefined ? { answer: null } : { ok: false, code: cloud.arrives }
  }
}

function session({ role }: DeskCloud, at: number): StaffSession {
  return {
    organisationId: ORGANISATION,
    organisation: { zh: '南沙湾酒店', en: 'Nansha Bay Hotel' },
    staff: '林晓',
    role,
    enrols: role === 'manager',
    scenarios: ['hotel', 'age', 'gate', 'bank'],
    licenceExpiresAt: at + 400 * 86_400,
  }
}

async function disclose(
  { forged, signed }: DeskCloud,
  { ticket, scenario }: Extract<VerifyEvent, { action: 'ticket' }>,
  portrait: string,
  at: number,
): Promise<object> {
  const outcome = endOf(ticket)
  if (outcome !== 'OK') return { ok: false, code: outcome }
  const answer = {
    useId: 'use-0123456789abcdef',
    scenario,
    unlock: 'face' as const,
    claims: { name: '欧阳思南', id_number_last4: '002X' },
    portrait,
  }
  const verdict = forged ? 'e30.e30.AA' : await signed.verdict({ ticket, ...answer })
  return { ...answer, at, verdict }
}

/** A drawn head, no person: the screens only need something of a portrait's shape. */
async function drawPortrait(): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="358" height="441"><rect width="358" height="441" fill="#cfd8e3"/>
<circle cx="179" cy="180" r="90" fill="#8b98a9"/><ellipse cx="179" cy="420" rx="150" ry="130" fill="#6b7a8d"/></svg>`
  return (await sharp(Buffer.from(svg)).webp().toBuffer()).toString('base64')
}
