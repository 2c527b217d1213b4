import { createService } from '@nansha/kit/service/create-service'
import type { LogWatch } from './log-watch'
import type { ReadIssuancesPorts } from './read-issuances'

export interface IssuanceLogServices {
  readonly ports: ReadIssuancesPorts
  readonly watch: LogWatch
}

export const [IssuanceLogProvider, useIssuanceLog] = createService<IssuanceLogServices>('issuance log')
