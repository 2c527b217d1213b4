import * as v from 'valibot'
import type { RunningCalls } from '../functions/call-context'
import type { Functions } from '../functions/functions'
import type { Action } from './handle-admin'

const invokeSchema = v.strictObject({
  function_name: v.string(),
  qualifier: v.optional(v.undefined_()),
  request_data: v.string(),
})

/**
 * `functions.invokeFunction`: one function, or a script with the environment's credentials, calls another. The caller's
 * identity goes along and `scf` is added to the chain of sources; a script has no identity.
 */
export function functionActions(functions: Functions, calls: RunningCalls): Readonly<Record<string, Action>> {
  return {
    'functions.invokeFunction': async (request) => {
      const { function_name: name, request_data: event } = request.parse(invokeSchema)
      const nested = request.callToken ? calls.nested(request.callToken) : null
      const context = nested ?? { account: null, source: sourceOfScript(request.source) }
      const { result } = await functions.call(name, event || '{}', context)
      return { response_data: result }
    },
  }
}

/** The SDK of a script states `,scf`, `,unknown` or a chain; empty hops carry nothing. */
function sourceOfScript(stated: string): string {
  return stated.split(',').filter(Boolean).join(',') || 'unknown'
}
