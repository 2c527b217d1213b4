import type { CounterEvent } from '@nansha/shared/api/counter'
import type { OrganisationEvent } from '@nansha/shared/api/organisation'
import { unixSeconds } from '@nansha/shared/clock/durations'
import type { DeskCloud } from './desk-cloud'

/** What `organisation` answers: one invitation that is good, a staff of two. */
export function answerOrganisation(cloud: DeskCloud, event: OrganisationEvent): object {
  switch (event.action) {
    case 'join': {
      if (event.invitation !== 'invitation-0123456789') return { ok: false, code: 'INVITATION_INVALID' }
      cloud.session = 'open'
      return { organisation: { zh: '南沙湾酒店', en: 'Nansha Bay Hotel' } }
    }
    case 'staff':
      return {
        staff: [
          { account: 'wxverifier:manager', role: 'manager', name: '陈经理', isCaller: true },
          { account: 'wxverifier:clerk', role: 'clerk', name: '林晓', isCaller: false },
        ],
      }
    case 'invitations':
      return { invitations: cloud.invitations }
    case 'withdraw':
      cloud.invitations = cloud.invitations.filter(({ id }) => id !== event.invitation)
      return {}
    case 'invite':
      return { invitation: 'invitation-0123456789' }
    default:
      return {}
  }
}

const field = (value: string) => ({ value, confidence: 0.99, confirm: false })

/** What `enrol` answers an officer: one code, one card. */
export function answerEnrol(event: CounterEvent, portrait: string): object {
  switch (event.action) {
    case 'counter-open':
      return event.code === '12345678'
        ? {
            applicationId: 'application-0123456789',
            uploads: { card: 'enrolments/a/card', portrait: 'enrolments/a/portrait' },
            phoneHolds: false,
            expiresAt: unixSeconds(Date.now()) + 3600,
          }
        : { ok: false, code: 'ENROLMENT_UNKNOWN' }
    case 'counter-read-card':
      if (event.side === 'emblem') return { side: 'emblem', fields: { validUntil: field('2036-05-20') } }
      return {
        side: 'portrait',
        fields: {
          name: field('欧阳思南'),
          number: field('11010519491231002X'),
          ethnicity: field('汉'),
          address: field('广东省广州市南沙区进港大道1号'),
        },
        portrait,
      }
    default:
      return {}
  }
}
