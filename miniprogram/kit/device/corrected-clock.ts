import { createService } from '../service/create-service'

/** The device's clock as corrected by the answers of the cloud. */
export interface CorrectedClock {
  /** Unix milliseconds. */
  readonly now: () => number
}

export const [ClockProvider, useClock] = createService<CorrectedClock>('clock')
