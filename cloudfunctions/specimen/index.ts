import { createAnswer } from '@nansha/core/function/answer'
import { parseEvent } from '@nansha/core/function/parse-event'
import { randomId } from '@nansha/core/function/random-id'
import { createInvocationLog, type Invocation } from '@nansha/core/function/record-invocation'
import { requireAccount } from '@nansha/core/function/require-account'
import { isOperator, readOperators } from '@nansha/core/organisation/operators'
import type { Caller } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { accountKey } from '@nansha/core/records/account-key'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { readRecordKeys } from '@nansha/core/records/record-keys'
import { registerSpecimen, type SpecimenPorts } from '@nansha/core/specimen/register-specimen'
import { SpecimenEvent } from '@nansha/shared/api/specimen'
import { NanshaError } from '@nansha/shared/errors'

if (process.env.NANSHA_STAGE !== 'local') throw new Error('Synthetic citizens exist on a local stage only.')

const cloud = openCloud()
const answer = createAnswer(createInvocationLog('specimen'))
const keys = readRecordKeys(process.env, ['data', 'reference'])
const operators = readOperators(process.env)
const ports: SpecimenPorts = {
  database: keepDatabase(cloud.database, keys),
  files: cloud.files,
  envelopes: keys.data,
  randomId,
}

export function main(event: unknown, context: unknown) {
  const caller = cloud.begin(context)
  return answer(context, (invocation) => act(event, caller, invocation))
}

async function act(event: unknown, caller: Caller, invocation: Invocation) {
  if (!isOperator(operators, accountKey(requireAccount(caller)))) throw new NanshaError('CALLER_FORBIDDEN')
  const specimen = parseEvent(SpecimenEvent, event)
  invocation.action = 'register'
  await registerSpecimen(ports, specimen)
  return {}
}
