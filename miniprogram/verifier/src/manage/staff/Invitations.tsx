import { useAsk } from '@nansha/kit/cloud/use-ask'
import { useSay } from '@nansha/kit/i18n/language'
import { useTimes } from '@nansha/kit/i18n/use-times'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { InvitationList, OrganisationEvent } from '@nansha/shared/api/organisation'
import { View } from '@tarojs/components'
import { refusalLook } from '../../parts/refusals'
import { TEXTS } from './texts'
import './members.scss'

type Invitation = InvitationList['invitations'][number]

export interface InvitationsProps {
  readonly organisationId: string
  readonly invitations: readonly Invitation[]
  readonly onChanged: () => void
}

/** Every open invitation, each to be withdrawn by one tap without a question: another is quickly made. */
export function Invitations({ organisationId, invitations, onChanged }: InvitationsProps) {
  const say = useSay()
  const { day } = useTimes()
  const ask = useAsk()
  const { isRunning, failure, run } = useTask()

  const withdraw = ({ id }: Invitation) =>
    run(async () => {
      const event: OrganisationEvent = { action: 'withdraw', organisationId, invitation: id }
      await ask('organisation', event)
      onChanged()
    })

  return (
    <Card>
      <View className="member__name">{say(TEXTS.openInvitations)}</View>
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {invitations.map((invitation) => (
        <View className="member" key={invitation.id}>
          <View className="member__line">
            <View className="member__who">
              <View className="member__name">{say(TEXTS[invitation.role])}</View>
              <View className="member__role">
                {say(TEXTS.invitedBy, { name: invitation.by ?? say(TEXTS.operator) })}
              </View>
              <View className="member__role">{say(TEXTS.until, { day: day(invitation.expiresAt) })}</View>
            </View>
            <View className="member__action">
              <Button
                kind="quiet"
                label={say(TEXTS.withdraw)}
                disabled={isRunning}
                onPress={() => withdraw(invitation)}
              />
            </View>
          </View>
        </View>
      ))}
    </Card>
  )
}
