import type { showNetworkId } from '@nansha/kit/device/network-id'
import type { NetworkIdAsked } from '@nansha/shared/api/enrol'

export interface NetworkIdStep {
  /**
   * Waits for the citizen, who opens the national app themselves and may do so again as long as nothing came of it.
   *
   * @returns what the app made, or `undefined` when they gave up
   */
  wait(asked: NetworkIdAsked): Promise<string | undefined>
  /** On the citizen's tap. @returns whether it is done */
  open(): Promise<boolean>
  giveUp(): void
}

/** The step of an enrolment in which another app takes the screen: never unasked, or the citizen would not know why. */
export function createNetworkIdStep(show: typeof showNetworkId): NetworkIdStep {
  let waiting: { readonly asked: NetworkIdAsked; end(idCardAuthData?: string): void } | undefined
  return {
    wait: (asked) =>
      new Promise((resolve) => {
        waiting = { asked, end: resolve }
      }),
    async open() {
      const step = waiting
      const idCardAuthData = step && (await show(step.asked))
      if (idCardAuthData !== undefined) step?.end(idCardAuthData)
      return idCardAuthData !== undefined
    },
    giveUp: () => waiting?.end(),
  }
}
