import type { VerifyEvent } from '@nansha/shared/api/verify'
import type { ErrorCode } from '@nansha/shared/errors'
import sharp from 'sharp'
import type { Reply } from '../../support/serve-static'

/** A stand-in for `verify` and `organisation`: the text of a code says how it ends (`CODE:TICKET_EXPIRED`, `CODE:OK`). */
export interface DeskCloud {
  readonly events: VerifyEvent[]
  /** What the session call answers, and whether the network is there. */
  session: ErrorCode | 'open'
  network: boolean
  answer(url: string, event: unknown): Promise<Reply>
}

export async function createDeskCloud(): Promise<DeskCloud> {
  const portrait = await drawPortrait()
  const cloud: DeskCloud = {
    events: [],
    session: 'open',
    network: true,
    async answer(url, sent) {
      if (!cloud.network) return undefined
      const event = sent as VerifyEvent
      if (url === '/functions/organisation') {
        const joined = (sent as { invitation: string }).invitation === 'invitation-0123456789'
        if (joined) cloud.session = 'open'
        return reply(
          joined
            ? { ok: true, organisation: { zh: '南沙湾酒店', en: 'Nansha Bay Hotel' } }
            : { ok: false, code: 'INVITATION_INVALID' },
        )
      }
      cloud.events.push(event)
      return reply(verify(cloud, event, portrait))
    },
  }
  return cloud
}

function reply(result: object): Reply {
  return { status: 200, body: { requestId: 'r', result: { ...result, serverTime: Date.now() } } }
}

function verify(cloud: DeskCloud, event: VerifyEvent, portrait: string): object {
  const at = Math.floor(Date.now() / 1000)
  if (event.action === 'confirm') return { ok: true, verdict: event.portraitMatches ? 'accepted' : 'refused' }
  if (event.action === 'session') {
    if (cloud.session !== 'open') return { ok: false, code: cloud.session }
    return {
      ok: true,
      organisation: { zh: '南沙湾酒店', en: 'Nansha Bay Hotel' },
      staff: '林晓',
      scenarios: ['hotel', 'age'],
      licenceExpiresAt: at + 400 * 86_400,
    }
  }
  if (event.action !== 'ticket') throw new Error(`The companion is not expected to ask for ${event.action}`)
  const outcome = event.ticket.replace('CODE:', '')
  if (outcome !== 'OK') return { ok: false, code: outcome }
  return {
    ok: true,
    useId: 'use-0123456789abcdef',
    scenario: event.scenario,
    claims: { name: '欧阳思南', id_number_last4: '002X' },
    portrait,
    at,
  }
}

/** A drawn head, no person: the screens only need something of a portrait's shape. */
async function drawPortrait(): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="358" height="441"><rect width="358" height="441" fill="#cfd8e3"/>
<circle cx="179" cy="180" r="90" fill="#8b98a9"/><ellipse cx="179" cy="420" rx="150" ry="130" fill="#6b7a8d"/></svg>`
  return (await sharp(Buffer.from(svg)).webp().toBuffer()).toString('base64')
}
