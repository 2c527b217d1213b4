import { codeOf } from '@nansha/kit/cloud/ask'
import { UNANSWERED } from '@nansha/shared/errors'

/** Sends something that is safe to repeat, and once more when no answer came. @throws NanshaError */
export function onceMore<T>(send: () => Promise<T>): Promise<T> {
  return send().catch((error: unknown) => {
    if (!UNANSWERED.has(codeOf(error))) throw error
    return send()
  })
}
