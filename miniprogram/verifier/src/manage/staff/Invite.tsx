import { useAsk } from '@nansha/kit/cloud/use-ask'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { QrCode } from '@nansha/kit/ui/QrCode/QrCode'
import type { Invited, OrganisationEvent, StaffList } from '@nansha/shared/api/organisation'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { refusalLook } from '../../parts/refusals'
import { TEXTS } from './texts'
import './invite.scss'

type Role = StaffList['staff'][number]['role']
const ROLES: readonly Role[] = ['clerk', 'manager']

export interface InviteProps {
  readonly organisationId: string
  readonly onInvited: () => void
}

/** Makes an invitation, to be scanned off this screen or typed. */
export function Invite({ organisationId, onInvited }: InviteProps) {
  const say = useSay()
  const ask = useAsk()
  const [role, setRole] = useState<Role>('clerk')
  const [invitation, setInvitation] = useState<string>()
  const { isRunning, failure, run } = useTask()

  const invite = () =>
    run(async () => {
      const event: OrganisationEvent = { action: 'invite', organisationId, role }
      setInvitation((await ask<Invited>('organisation', event)).invitation)
      onInvited()
    })

  if (invitation !== undefined) {
    return (
      <Card>
        <View className="invite__title">{say(TEXTS.invitation)}</View>
        <QrCode text={invitation} label={say(TEXTS.invitation)} />
        <View className="invite__code">{invitation}</View>
        <View className="invite__help">{say(TEXTS.invitationHelp)}</View>
        <Button kind="secondary" label={say(TEXTS.another)} onPress={() => setInvitation(undefined)} />
      </Card>
    )
  }
  return (
    <Card>
      <View className="invite__title">{say(TEXTS.invite)}</View>
      <Choice
        label={say(TEXTS.role)}
        options={ROLES.map((value) => ({ value, label: say(TEXTS[value]) }))}
        value={role}
        onChoose={setRole}
      />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      <Button label={say(TEXTS.makeInvitation)} busy={isRunning} onPress={invite} />
    </Card>
  )
}
