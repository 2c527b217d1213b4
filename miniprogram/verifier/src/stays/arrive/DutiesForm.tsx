import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { type MinorDuties, RELATIONS, type WaitingGuestView } from '@nansha/shared/api/stays'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { refusalLook } from '../../parts/refusals'
import '../guest-rows.scss'
import { RELATION_TEXTS, TEXTS } from '../texts'
import { useStays } from '../use-stays'

/** What the law asks of a hotel when a minor stays, step by step; nothing is preset, and none can be left out. */
export function DutiesForm({
  guest,
  onDone,
}: {
  readonly guest: WaitingGuestView
  readonly onDone: () => void
}) {
  const say = useSay()
  const ask = useStays()
  const [guardian, setGuardian] = useState('')
  const [contact, setContact] = useState('')
  const [reached, setReached] = useState<'yes' | 'no'>()
  const [relation, setRelation] = useState<MinorDuties['relation']>()
  const [suspicion, setSuspicion] = useState<MinorDuties['suspicion']>()
  const { isRunning, failure, run } = useTask()
  const isComplete = guardian.trim() !== '' && contact.trim() !== '' && reached && relation && suspicion

  const save = () =>
    run(async () => {
      if (!relation || !suspicion) return
      const duties: MinorDuties = {
        guardian,
        contact,
        guardianReached: reached === 'yes',
        relation,
        visitorsControlled: true,
        suspicion,
      }
      await ask({ action: 'duties', guest: guest.guest, duties })
      onDone()
    })

  return (
    <Card>
      <Heading title={say(TEXTS.duties, { name: guest.name })} lead={say(TEXTS.dutiesLead)} />
      <Field label={say(TEXTS.guardian)} value={guardian} onChange={setGuardian} maxLength={60} />
      <Field label={say(TEXTS.contact)} value={contact} onChange={setContact} maxLength={20} />
      <View className="guest-row__name">{say(TEXTS.reached)}</View>
      <Choice
        label={say(TEXTS.reached)}
        options={[
          { value: 'yes', label: say(TEXTS.reachedYes) },
          { value: 'no', label: say(TEXTS.reachedNo) },
        ]}
        value={reached}
        onChoose={setReached}
      />
      <View className="guest-row__name">{say(TEXTS.relation)}</View>
      <Choice
        label={say(TEXTS.relation)}
        options={RELATIONS.map((value) => ({ value, label: say(RELATION_TEXTS[value]) }))}
        value={relation}
        onChoose={setRelation}
      />
      <View className="guest-row__name">{say(TEXTS.suspicion)}</View>
      <Choice
        label={say(TEXTS.suspicion)}
        options={[
          { value: 'none', label: say(TEXTS.suspicionNone) },
          { value: 'police-called', label: say(TEXTS.suspicionYes) },
        ]}
        value={suspicion}
        onChoose={setSuspicion}
      />
      <Notice kind="info" text={say(TEXTS.visitors)} />
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure.code).text)} />}
      <Button label={say(TEXTS.dutiesDone)} busy={isRunning} disabled={!isComplete} onPress={save} />
    </Card>
  )
}
