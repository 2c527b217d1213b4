import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { createAnswer } from '@nansha/core/function/answer'
import { parseEvent } from '@nansha/core/function/parse-event'
import { randomId } from '@nansha/core/function/random-id'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog, type Invocation } from '@nansha/core/function/record-invocation'
import { dismissStaff, listStaff } from '@nansha/core/organisation/dismiss-staff'
import { inviteStaff } from '@nansha/core/organisation/invite-staff'
import { joinOrganisation } from '@nansha/core/organisation/join-organisation'
import {
  listOrganisations,
  renewLicence,
  resumeOrganisation,
  suspendOrganisation,
} from '@nansha/core/organisation/licences'
import { listWebsiteReports } from '@nansha/core/organisation/list-website-reports'
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
  switch (request.action) {
    case 'onboard':
      return onboardOrganisation(ports, account, request)
    case 'organisations':
      return listOrganisations(ports, account)
    case 'renew':
      await renewLicence(ports, account, request)
      return {}
    case 'suspend':
      await suspendOrganisation(ports, account, request)
      return {}
    case 'resume':
      await resumeOrganisation(ports, account, request)
      return {}
    case 'invite':
      return inviteStaff(ports, account, request)
    case 'invitations':
      return listInvitations(ports, account, request)
    case 'withdraw':
      await withdrawInvitation(ports, account, request)
      return {}
    case 'staff':
      return listStaff(ports, account, request)
    case 'dismiss':
      await dismissStaff(ports, account, request)
      return {}
    case 'register-relying-party':
      return registerRelyingParty(ports, account, request)
    case 'withdraw-relying-party':
      await withdrawRelyingParty(ports, account, request.clientId)
      return {}
    case 'website-reports':
      return listWebsiteReports(ports, account)
    case 'relying-party':
      return vouchFor(ports, request.clientId)
    case 'join':
      return joinOrganisation(ports, account, request)
  }
}
