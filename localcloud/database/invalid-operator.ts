import { PlatformError } from '../platform-error'
import { REFUSED } from './refused'

/** An operator that does not exist here, may not stand here, or met a value that it does not take. */
export function invalidOperator(message: string): PlatformError {
  return new PlatformError('DATABASE_INVALID_OPERRATOR', message)
}

/** Names an operator that localcloud does not have, and why, when MongoDB has it. */
export function unknownOperator(kind: string, name: string): PlatformError {
  const reason = Object.hasOwn(REFUSED, name) ? REFUSED[name] : undefined
  if (reason) return invalidOperator(`localcloud does not offer ${name}: ${reason}.`)
  return invalidOperator(`Unknown ${kind} ${name.slice(0, 100)}.`)
}
