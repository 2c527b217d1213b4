import { back, replace } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { StatusScreen } from '@nansha/kit/ui/StatusScreen/StatusScreen'
import type { Arrived, WaitingGuestView } from '@nansha/shared/api/stays'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { TEXTS } from '../texts'
import { useStays } from '../use-stays'
import { DutiesForm } from './DutiesForm'
import { loadParty, type Party } from './load-party'
import { RoomForm } from './RoomForm'
import { WaitingGuests } from './WaitingGuests'

/** Gives a checked party its room, or adds it to the one that it has. */
export default function ArrivePage() {
  const say = useSay()
  const ask = useStays()
  const stay = useQuery().stay ?? ''
  const [party, setParty] = useState<Party>()
  const [arrived, setArrived] = useState<Arrived>()
  const { isRunning, failure, run } = useTask()

  const load = () => run(async () => setParty(await loadParty(ask, stay)))
  useEffect(load, [])

  const arrive = (room: string, until: string) =>
    run(async () => setArrived(await ask<Arrived>({ action: 'arrive', stay, room, until })))
  const add = ({ room, revision }: NonNullable<Party['existing']>) =>
    run(async () => {
      await ask({ action: 'add-guests', stay, revision })
      setArrived({ stay, room, guests: party?.guests.length ?? 0 })
    })
  const turnAway = ({ guest }: WaitingGuestView) =>
    run(async () => {
      await ask({ action: 'turn-away', guest })
      setParty(await loadParty(ask, stay))
    })

  if (arrived !== undefined)
    return (
      <DeskPage title={say(TEXTS.arrive)} tone="good">
        <StatusScreen
          kind="good"
          title={say(TEXTS.arrived, { room: arrived.room })}
          text={say(TEXTS.queued, { count: arrived.guests })}
        >
          <Button label={say(TEXTS.next)} onPress={() => replace(`${PAGES.check}?scenario=hotel`)} />
          <Button
            kind="secondary"
            label={say(TEXTS.toStay)}
            onPress={() => replace(`${PAGES.stay}?stay=${stay}`)}
          />
          <Button kind="secondary" label={say(TEXTS.home)} onPress={() => back(PAGES.desk)} />
        </StatusScreen>
      </DeskPage>
    )

  const minor = party?.guests.find(({ needsDuties }) => needsDuties)
  return (
    <DeskPage title={say(TEXTS.arrive)}>
      <Heading title={say(TEXTS.arrive)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {party === undefined && failure === undefined && <Spinner label={say(TEXTS.loading)} />}
      {party?.guests.length === 0 && <Notice kind="info" text={say(TEXTS.nobody)} />}
      {party !== undefined && party.guests.length > 0 && (
        <WaitingGuests guests={party.guests} isBusy={isRunning} onTurnAway={turnAway} />
      )}
      {minor && <DutiesForm key={minor.guest} guest={minor} onDone={load} />}
      {party && party.guests.length > 0 && !minor && !party.existing && (
        <RoomForm isBusy={isRunning} onRoom={arrive} />
      )}
      {party?.existing && party.guests.length > 0 && !minor && (
        <Button
          label={say(TEXTS.addToRoom, { room: party.existing.room })}
          busy={isRunning}
          onPress={() => party.existing && add(party.existing)}
        />
      )}
      <Button
        kind="secondary"
        label={say(TEXTS.addByScan)}
        onPress={() => replace(`${PAGES.check}?scenario=hotel&stay=${stay}`)}
      />
      <Button
        kind="secondary"
        label={say(TEXTS.addByDocument)}
        onPress={() => replace(`${PAGES.admit}?stay=${stay}`)}
      />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}
