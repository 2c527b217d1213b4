import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { createAnswer } from '@nansha/core/function/answer'
import { parseEvent } from '@nansha/core/function/parse-event'
import { randomId } from '@nansha/core/function/random-id'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog, type Invocation } from '@nansha/core/function/record-invocation'
import { type Services, serveAction } from '@nansha/core/function/serve-action'
import { dismissStaff, listStaff } from '@nansha/core/organisation/dismiss-staff'
import { inviteStaff } from '@nansha/core/organisation/invite-staff'
import { joinOrganisation } from '@nansha/core/organisation/join-organisation'
import {
  listOrganisations,
  renewLicence,
  resumeOrganisation,
  suspendOrganisation,
} from '@nansha/core/organisation/licences'
import { listDeskReports, listWebsiteReports } from '@nansha/core/organisation/list-reports'
import { onboardOrganisation } from '@nansha/core/organisation/onboard-organisation'
import { type OperatorCallPorts, openCall, recordOperatorCall } from '@nansha/core/organisation/open-call'
import { listInvitations, withdrawInvitation } from '@nansha/core/organisation/open-invitations'
import { isOperator, readOperators } from '@nansha/core/organisation/operators'
import type { RegisterPorts } from '@nansha/core/organisation/organisation-ports'
import { readRegistrar } from '@nansha/core/organisation/read-registrar'
import {
  registerRelyingParty,
  vouchFor,
  withdrawRelyingParty,
} from '@nansha/core/organisation/register-relying-party'
import type { Caller } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import type { AccountKey } from '@nansha/core/records/account-key'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { readRecordKeys } from '@nansha/core/records/record-keys'
import { OrganisationEvent } from '@nansha/shared/api/organisation'

const cloud = openCloud()
const answer = createAnswer(createInvocationLog('organisation'))
const ports: RegisterPorts & OperatorCallPorts = {
  database: keepDatabase(cloud.database, readRecordKeys(process.env, ['staff'])),
  now: Date.now,
  randomId,
  operators: readOperators(process.env),
  registrar: readRegistrar(process.env),
  issuerUrl: readIssuer(process.env).issuerUrl,
  verifySignature: createWebCryptoVerifier(),
}

const services: Services<OrganisationEvent, AccountKey> = {
  onboard: (account, request) => onboardOrganisation(ports, account, request),
  organisations: (account) => listOrganisations(ports, account),
  renew: (account, request) => renewLicence(ports, account, request),
  suspend: (account, request) => suspendOrganisation(ports, account, request),
  resume: (account, request) => resumeOrganisation(ports, account, request),
  invite: (account, request) => inviteStaff(ports, account, request),
  invitations: (account, request) => listInvitations(ports, account, request),
  withdraw: (account, request) => withdrawInvitation(ports, account, request),
  staff: (account, request) => listStaff(ports, account, request),
  dismiss: (account, request) => dismissStaff(ports, account, request),
  'register-relying-party': (account, request) => registerRelyingParty(ports, account, request),
  'withdraw-relying-party': (account, request) => withdrawRelyingParty(ports, account, request.clientId),
  'website-reports': (account) => listWebsiteReports(ports, account),
  'desk-reports': (account) => listDeskReports(ports, account),
  'relying-party': (_, request) => vouchFor(ports, request.clientId),
  join: (account, request) => joinOrganisation(ports, account, request),
}

export function main(event: unknown, context: unknown) {
  const caller = cloud.begin(context)
  return answer(context, (invocation) => act(event, caller, invocation))
}

async function act(event: unknown, caller: Caller, invocation: Invocation): Promise<object> {
  const call = await openCall(ports, caller, event)
  const account = call.who
  const request = parseEvent(OrganisationEvent, call.event)
  invocation.action = request.action
  if (isOperator(ports.operators, account)) await recordOperatorCall(ports, call, request)
  return serveAction(services, account, request)
}
