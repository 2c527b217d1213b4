import { back } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { OrganisationEvent, StaffList } from '@nansha/shared/api/organisation'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { ask } from '../../services'
import { DeskPage } from '../../warnings/DeskPage'
import { Invite } from './Invite'
import { Members } from './Members'
import { TEXTS } from './texts'

/** A manager says who may check. */
export default function StaffPage() {
  const say = useSay()
  const organisationId = useQuery().organisation ?? ''
  const [staff, setStaff] = useState<StaffList['staff']>()
  const { failure, run } = useTask()

  const load = () =>
    run(async () => {
      const event: OrganisationEvent = { action: 'staff', organisationId }
      setStaff((await ask<StaffList>('organisation', event)).staff)
    })
  useEffect(load, [])

  return (
    <DeskPage title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {staff === undefined && failure === undefined && <Spinner label={say(TEXTS.loading)} />}
      {staff !== undefined && <Members organisationId={organisationId} staff={staff} onChanged={load} />}
      {staff !== undefined && <Invite organisationId={organisationId} />}
      <Button kind="quiet" label={say(TEXTS.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}
