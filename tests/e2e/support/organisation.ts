import { createDevelopmentCall } from '@nansha/localcloud/demo/development-client'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { OPERATOR } from '../../../scripts/local-environment'

const YEAR_SECONDS = 365 * 24 * 3600
const COMPANION = 'wxverifier000000002'

/** Onboards an organisation as the operator does, and has an account of the companion join it as a clerk. */
export async function onboard(
  url: string,
  name: { readonly zh: string; readonly en: string },
  scenarios: readonly ScenarioName[],
  clerk: string,
): Promise<void> {
  const call = createDevelopmentCall(url)
  const ask = async (account: { appId: string; openId: string }, event: object) => {
    const answer = await call(account, 'organisation', event)
    if (!answer.ok) throw new Error(`organisation refused: ${answer.code}`)
    return answer
  }
  const licenceExpiresAt = Math.floor(Date.now() / 1000) + YEAR_SECONDS
  const { organisationId } = await ask(OPERATOR, { action: 'onboard', name, scenarios, licenceExpiresAt })
  const { invitation } = await ask(OPERATOR, { action: 'invite', organisationId, role: 'clerk' })
  await ask({ appId: COMPANION, openId: clerk }, { action: 'join', invitation, name: '柜员 01' })
}
