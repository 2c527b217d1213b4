import { useAsk } from '@nansha/kit/cloud/use-ask'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { OrganisationEvent, StaffList } from '@nansha/shared/api/organisation'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { refusalLook } from '../../parts/refusals'
import { TEXTS } from './texts'
import './members.scss'

type Member = StaffList['staff'][number]

export interface MembersProps {
  readonly organisationId: string
  readonly staff: readonly Member[]
  readonly onChanged: () => void
}

/** Everybody who may check, each but oneself removable by a second tap. */
export function Members({ organisationId, staff, onChanged }: MembersProps) {
  const say = useSay()
  const ask = useAsk()
  const [leaving, setLeaving] = useState<Member>()
  const { isRunning, failure, run } = useTask()

  const dismiss = ({ account }: Member) =>
    run(async () => {
      const event: OrganisationEvent = { action: 'dismiss', organisationId, account }
      await ask('organisation', event)
      setLeaving(undefined)
      onChanged()
    })

  return (
    <Card>
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      {staff.map((member) => (
        <View className="member" key={member.account}>
          <View className="member__line">
            <View className="member__who">
              <View className="member__name">{member.name}</View>
              <View className="member__role">{say(TEXTS[member.role])}</View>
            </View>
            {leaving !== member && !member.isCaller && (
              <View className="member__action">
                <Button kind="quiet" label={say(TEXTS.remove)} onPress={() => setLeaving(member)} />
              </View>
            )}
          </View>
          {leaving === member && (
            <>
              <Notice kind="warn" text={say(TEXTS.confirmRemove, { name: member.name })} />
              <Button
                kind="bad"
                label={say(TEXTS.removeNow)}
                busy={isRunning}
                onPress={() => dismiss(member)}
              />
              <Button kind="secondary" label={say(TEXTS.keep)} onPress={() => setLeaving(undefined)} />
            </>
          )}
        </View>
      ))}
    </Card>
  )
}
