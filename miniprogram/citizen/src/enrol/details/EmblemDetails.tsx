import { useSay } from '@nansha/kit/i18n/language'
import { useStore } from '@nansha/kit/state/use-store'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { Spinner } from '@nansha/kit/ui/Spinner/Spinner'
import { ERRORS } from '@nansha/shared/errors'
import { enrolmentSession } from '../../services'
import { goToStep } from '../parts/step-navigation'
import { EMBLEM_FIELDS, ReadFields } from './ReadFields'
import { TEXTS } from './texts'

/** What the emblem side says, or what the next photo of it should do better. */
export function EmblemDetails() {
  const say = useSay()
  const { emblemReading } = useStore(enrolmentSession.store)
  if (emblemReading.phase === 'running') return <Spinner label={say(TEXTS.reading)} />
  if (emblemReading.phase === 'unread') {
    return (
      <>
        <Notice kind="warn" text={say(ERRORS[emblemReading.code])} />
        <Button kind="secondary" label={say(TEXTS.retakeEmblem)} onPress={() => goToStep('emblem')} />
      </>
    )
  }
  if (emblemReading.phase !== 'read') return null
  return (
    <Card>
      <ReadFields names={EMBLEM_FIELDS} fields={emblemReading.fields} />
    </Card>
  )
}
