import { back, replace } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { MinorDuties } from '@nansha/shared/api/guest-document'
import type { Arrived, WaitingGuestView } from '@nansha/shared/api/stays-answers'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { TEXTS } from '../texts'
import { useStays } from '../use-stays'
import { ArrivedScreen } from './ArrivedScreen'
import { DutiesForm } from './DutiesForm'
import { loadParty, type Party } from './load-party'
import { RoomForm } from './RoomForm'
import { ARRIVE_TEXTS } from './texts'
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
  const doDuties = ({ guest }: WaitingGuestView, duties: MinorDuties) =>
    run(async () => {
      await ask({ action: 'duties', guest, duties })
      setParty(await loadParty(ask, stay))
    })
  const turnAway = ({ guest }: WaitingGuestView) =>
    run(async () => {
      await ask({ action: 'turn-away', guest })
      setParty(await loadParty(ask, stay))
    })

  if (arrived !== undefined) return <ArrivedScreen stay={stay} arrived={arrived} />
  return (
    <DeskPage title={say(ARRIVE_TEXTS.arrive)}>
      <Heading title={say(ARRIVE_TEXTS.arrive)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {party === undefined && failure === undefined && <Spinner label={say(TEXTS.loading)} />}
      {party?.guests.length === 0 && <Notice kind="info" text={say(ARRIVE_TEXTS.nobody)} />}
      {party !== undefined && party.guests.length > 0 && (
        <>
          <WaitingGuests guests={party.guests} isBusy={isRunning} onTurnAway={turnAway} />
          <NextDuty party={party} isBusy={isRunning} onDuties={doDuties} onRoom={arrive} onAdd={add} />
        </>
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

interface NextDutyProps {
  readonly party: Party
  readonly isBusy: boolean
  readonly onDuties: (guest: WaitingGuestView, duties: MinorDuties) => void
  readonly onRoom: (room: string, until: string) => void
  readonly onAdd: (existing: NonNullable<Party['existing']>) => void
}

/** What comes next for the party: first the duties for each minor, then the room. */
function NextDuty({ party, isBusy, onDuties, onRoom, onAdd }: NextDutyProps) {
  const say = useSay()
  const minor = party.guests.find(({ needsDuties }) => needsDuties)
  if (minor) {
    const onDone = (duties: MinorDuties) => onDuties(minor, duties)
    return <DutiesForm key={minor.guest} name={minor.name} isBusy={isBusy} onDone={onDone} />
  }
  const { existing } = party
  if (!existing) return <RoomForm isBusy={isBusy} onRoom={onRoom} />
  return (
    <Button
      label={say(ARRIVE_TEXTS.addToRoom, { room: existing.room })}
      busy={isBusy}
      onPress={() => onAdd(existing)}
    />
  )
}
