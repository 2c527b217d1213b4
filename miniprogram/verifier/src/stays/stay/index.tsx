import { back, open } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { StayDetails } from '@nansha/shared/api/stays-answers'
import { isInHouse } from '@nansha/shared/stays/stay-states'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { ReportClock } from '../../parts/ReportClock'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { STATES, TEXTS } from '../texts'
import { useStays } from '../use-stays'
import { StayActions } from './StayActions'
import { StayGuest } from './StayGuest'
import { Trail } from './Trail'

/** One stay: who, since when, what was changed, and what can be done. */
export default function StayPage() {
  const say = useSay()
  const { date } = useTimes()
  const ask = useStays()
  const id = useQuery().stay ?? ''
  const [stay, setStay] = useState<StayDetails>()
  const { isRunning, failure, run } = useTask()

  const read = async () => setStay(await ask<StayDetails>({ action: 'stay', stay: id }))
  const change = (event: StaysEvent) =>
    run(async () => {
      await ask(event)
      await read()
    })
  const load = () => run(read)
  useEffect(load, [])

  const isHere = stay !== undefined && isInHouse(stay.state)
  return (
    <DeskPage title={say(TEXTS.stay)}>
      {stay === undefined && failure === undefined && <Spinner label={say(TEXTS.loading)} />}
      {stay !== undefined && (
        <Heading
          title={say(TEXTS.roomIs, { room: stay.room })}
          lead={`${say(STATES[stay.state])}\u00a0· ${say(TEXTS.until, { day: date(stay.until) })}`}
        />
      )}
      {stay?.reportBy !== undefined && <ReportClock at={stay.reportBy} />}
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {stay !== undefined && (
        <Card>
          {stay.guests.map((guest) => (
            <StayGuest
              key={guest.guest}
              guest={guest}
              seen={{ stay: stay.stay, revision: stay.revision }}
              mayLeave={isHere && stay.guests.length > 1}
              onChange={change}
            />
          ))}
        </Card>
      )}
      {isHere && <StayActions stay={stay} isBusy={isRunning} onChange={change} />}
      {stay !== undefined && <Trail trail={stay.trail} />}
      {stay?.looks !== undefined && (
        <Button
          kind="secondary"
          label={say(stay.looks === 1 ? TEXTS.looksOnce : TEXTS.looksCount, { count: stay.looks })}
          onPress={() => open(`${PAGES.looks}?stay=${stay.stay}`)}
        />
      )}
      <Button kind="secondary" label={say(TEXTS.again)} busy={isRunning} onPress={load} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}
