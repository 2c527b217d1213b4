import type { MatchFaces } from '../../clients/match-faces'
import type { ReadCard } from '../../clients/read-card'
import type { ReadZone } from '../../clients/read-zone'
import type { ComparisonFiles } from '../../records/comparison-files'
import type { StayPorts } from '../stay-ports'

export type ReadingPorts = StayPorts &
  ComparisonFiles & {
    readonly readCard: ReadCard
    readonly readZone: ReadZone
    readonly matchFaces: MatchFaces
  }
