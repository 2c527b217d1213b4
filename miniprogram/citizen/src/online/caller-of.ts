import { readJump } from '@nansha/kit/device/mini-program-jump'
import { readLinkParameter } from './link-parameter'

/**
 * @param link the request link of a page
 * @returns the app id of the mini-program that opened this very link; links that were scanned since have no caller
 */
export function callerOf(link: string): string | undefined {
  const jump = readJump()
  return jump && readLinkParameter(jump.query.q ?? '') === link ? jump.appId : undefined
}
