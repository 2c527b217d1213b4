import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { useState } from 'react'
import { useWallet } from '../wallet/use-wallet'
import { Complaint } from './Complaint'
import { DESK_COMPLAINT } from './complaint-texts'
import { formatLetterTime } from './format-letter-time'
import { listClaims } from './list-claims'

export interface DeskComplaintProps {
  readonly use: string
  readonly at: number
  readonly organisation: NonNullable<HistoryEntry['organisation']>
  readonly scenario: ScenarioName
  readonly disclosed: NonNullable<HistoryEntry['disclosed']>
}

/** What a citizen can do about an organisation that saw something at its desk; behind one button, because a history is long. */
export function DeskComplaint({ use, at, organisation, scenario, disclosed }: DeskComplaintProps) {
  const say = useSay()
  const { wallet } = useWallet()
  const [isAsked, setAsked] = useState(false)
  if (!isAsked) return <Button kind="quiet" label={say(DESK_COMPLAINT.ask)} onPress={() => setAsked(true)} />
  const letter = say(DESK_COMPLAINT.letter, {
    time: formatLetterTime(at),
    organisation: say(organisation),
    scenario: say(SCENARIOS[scenario].title),
    claims: listClaims(disclosed, say),
  })
  return (
    <Complaint
      report={say(DESK_COMPLAINT.report)}
      reported={say(DESK_COMPLAINT.reported)}
      erased={say(DESK_COMPLAINT.erased)}
      letter={disclosed.length > 0 ? letter : undefined}
      send={(kind) => wallet.client.reportDesk(use, kind)}
    />
  )
}
