import { back, replace } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { Arrived } from '@nansha/shared/api/stays-answers'
import { PAGES } from '../../pages'
import { DeskPage } from '../../warnings/DeskPage'
import { ARRIVE_TEXTS } from './texts'

export interface ArrivedScreenProps {
  readonly stay: string
  readonly arrived: Arrived
}

/** The party has its room, and its report is on the way. */
export function ArrivedScreen({ stay, arrived }: ArrivedScreenProps) {
  const say = useSay()
  return (
    <DeskPage title={say(ARRIVE_TEXTS.arrive)} tone="good">
      <StatusScreen
        kind="good"
        title={say(ARRIVE_TEXTS.arrived, { room: arrived.room })}
        text={say(ARRIVE_TEXTS.queued, { count: arrived.guests })}
      >
        <Button label={say(ARRIVE_TEXTS.next)} onPress={() => replace(`${PAGES.check}?scenario=hotel`)} />
        <Button
          kind="secondary"
          label={say(ARRIVE_TEXTS.toStay)}
          onPress={() => replace(`${PAGES.stay}?stay=${stay}`)}
        />
        <Button kind="secondary" label={say(ARRIVE_TEXTS.home)} onPress={() => back(PAGES.desk)} />
      </StatusScreen>
    </DeskPage>
  )
}
