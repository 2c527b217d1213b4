import { useAsk } from '@nansha/kit/cloud/use-ask'
import { back } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import type { InvitationList, OrganisationEvent, StaffList } from '@nansha/shared/api/organisation'
import { useEffect, useState } from 'react'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { Invitations } from './Invitations'
import { Invite } from './Invite'
import { Members } from './Members'
import { TEXTS } from './texts'

interface Loaded {
  readonly staff: StaffList['staff']
  readonly invitations: InvitationList['invitations']
}

/** A manager says who may check, and invites further staff. */
export default function StaffPage() {
  const say = useSay()
  const ask = useAsk()
  const organisationId = useQuery().organisation ?? ''
  const [loaded, setLoaded] = useState<Loaded>()
  const { failure, run } = useTask()

  const load = () =>
    run(async () => {
      const of = (action: 'staff' | 'invitations'): OrganisationEvent => ({ action, organisationId })
      const { staff } = await ask<StaffList>('organisation', of('staff'))
      const { invitations } = await ask<InvitationList>('organisation', of('invitations'))
      setLoaded({ staff, invitations })
    })
  useEffect(load, [])

  return (
    <DeskPage title={say(TEXTS.title)}>
      <Heading title={say(TEXTS.title)} lead={say(TEXTS.lead)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {loaded === undefined && failure === undefined && <Spinner label={say(TEXTS.loading)} />}
      {loaded !== undefined && (
        <Members organisationId={organisationId} staff={loaded.staff} onChanged={load} />
      )}
      {loaded !== undefined && <Invite organisationId={organisationId} onInvited={load} />}
      {loaded !== undefined && loaded.invitations.length > 0 && (
        <Invitations organisationId={organisationId} invitations={loaded.invitations} onChanged={load} />
      )}
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}
