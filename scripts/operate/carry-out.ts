import type {
  DeskReports,
  Invited,
  Onboarded,
  OrganisationEvent,
  OrganisationList,
  StaffList,
  WebsiteReports,
} from '@nansha/shared/api/organisation'
import { HOUR_SECONDS } from '@nansha/shared/clock/durations'
import type { AskAsOperator } from './sign-and-call'

const COMPLAINTS = { report: 'reported', erase: 'asked to erase' } as const

/**
 * Has a command carried out.
 *
 * @returns the lines to print
 * @throws Error with the sentence of a refusal
 */
export async function carryOut(ask: AskAsOperator, event: OrganisationEvent): Promise<string[]> {
  switch (event.action) {
    case 'organisations': {
      const { organisations } = await ask<OrganisationList>('organisation', event)
      return organisations.length > 0 ? organisations.map(lineOf) : ['There is no organisation yet.']
    }
    case 'onboard': {
      const { organisationId } = await ask<Onboarded>('organisation', event)
      const invite = { action: 'invite', organisationId, role: 'manager' } satisfies OrganisationEvent
      return [`Organisation ${organisationId}`, ...(await carryOut(ask, invite))]
    }
    case 'invite': {
      const { invitation } = await ask<Invited>('organisation', event)
      return [
        `Invitation for a ${event.role}, good once, for seven days: ${invitation}`,
        'It is entered in the companion: 我有邀请码 / I have an invitation.',
      ]
    }
    case 'website-reports': {
      const { reports } = await ask<WebsiteReports>('organisation', event)
      if (reports.length === 0) return ['Nobody complained of a website.']
      return reports.map(({ day, domain, kind, count }) => [day, domain, COMPLAINTS[kind], count].join('  '))
    }
    case 'desk-reports': {
      const { reports } = await ask<DeskReports>('organisation', event)
      if (reports.length === 0) return ['Nobody complained of a desk.']
      return reports.map(({ day, organisation, organisationId, kind, count }) =>
        [day, organisationId, organisation.zh, COMPLAINTS[kind], count].join('  '),
      )
    }
    case 'staff': {
      const { staff } = await ask<StaffList>('organisation', event)
      if (staff.length === 0) return ['Nobody works there yet.']
      return staff.map(({ account, role, name }) => [account, role, name].join('  '))
    }
    default:
      await ask('organisation', event)
      return ['Done.']
  }
}

function lineOf(organisation: OrganisationList['organisations'][number]): string {
  const { organisationId, name, scenarios, enrols, managers, licenceExpiresAt, suspendedAt } = organisation
  return [
    organisationId,
    `${name.zh} / ${name.en}`,
    [...scenarios, ...(enrols ? ['enrols'] : [])].join(','),
    `until ${dayInChina(licenceExpiresAt)}`,
    `${managers} ${managers === 1 ? 'manager' : 'managers'}`,
    ...(suspendedAt === undefined ? [] : [`SUSPENDED since ${dayInChina(suspendedAt)}`]),
  ].join('  ')
}

function dayInChina(seconds: number): string {
  return new Date((seconds + 8 * HOUR_SECONDS) * 1000).toISOString().slice(0, 10)
}
