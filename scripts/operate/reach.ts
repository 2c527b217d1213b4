import { platformEnvironment } from '@nansha/localcloud/platform-environment'
import * as v from 'valibot'
import wxServerSdk from 'wx-server-sdk'
import type { Target } from './read-command'

/** A cloud that an operator talks to. */
export interface Reached {
  /** The issuer's URL, which signed calls are made for. */
  readonly issuer: string
  /** @returns what the function answered, unparsed */
  call(name: string, event: object): Promise<unknown>
}

interface Sdk {
  init(options: object): void
  callFunction(options: { name: string; data: object }): Promise<{ result?: unknown }>
}
const sdk = wxServerSdk as unknown as Sdk

const Metadata = v.object({ issuer: v.string() })

/**
 * Reaches a cloud as a script of its environment does, which makes nobody an operator: each call is signed besides.
 *
 * @throws Error with one sentence: nothing answers there, or the platform's credentials are not set
 */
export async function reach(target: Target): Promise<Reached> {
  const issuer = target.kind === 'local' ? await reachLocal(target.url) : reachEnvironment(target)
  return {
    issuer,
    call: async (name, event) => (await sdk.callFunction({ name, data: event })).result,
  }
}

async function reachLocal(url: string): Promise<string> {
  const answer = await fetch(`${url}/trust/.well-known/jwt-vc-issuer`).catch(() => {
    throw new Error(`Nothing answers at ${url}. Start it with "npm start", or give its --url.`)
  })
  const { TZ, ...platform } = platformEnvironment(`${url}/admin`)
  Object.assign(process.env, platform)
  sdk.init({ env: platform.TCB_ENV })
  return v.parse(Metadata, await answer.json()).issuer
}

function reachEnvironment({ env, issuer }: Extract<Target, { kind: 'environment' }>): string {
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env
  if (!secretId || !secretKey)
    throw new Error('Set TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY of the environment.')
  sdk.init({ env, secretId, secretKey })
  return issuer
}
