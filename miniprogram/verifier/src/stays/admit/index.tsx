import { back, replace } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { useTask } from '@nansha/kit/state/use-task'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { GuestDocument } from '@nansha/shared/api/stays'
import { ERRORS } from '@nansha/shared/errors'
import { useRef, useState } from 'react'
import { PAGES } from '../../pages'
import { drawId } from '../../parts/draw-id'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { KINDS, TEXTS } from '../texts'
import { useStays } from '../use-stays'
import { DocumentFields } from './DocumentFields'
import { DOCUMENT_KINDS, type Typed, toDocument } from './typed-document'

/** A guest by a document on the desk, or a correction of one: copied, compared, and sent to the authority alone. */
export default function AdmitPage() {
  const say = useSay()
  const ask = useStays()
  const { stay: asked, guest, revision } = useQuery()
  const [kind, setKind] = useState<GuestDocument['kind']>('card')
  const [typed, setTyped] = useState<Typed>({})
  const [isMalformed, setMalformed] = useState(false)
  const drawn = useRef<{ readonly stay: string; readonly guest: string }>()
  const { isRunning, failure, run } = useTask()

  const register = () => {
    const document = toDocument(kind, typed)
    setMalformed(document === undefined)
    if (document === undefined) return
    run(async () => {
      if (asked !== undefined && guest !== undefined) {
        await ask({ action: 'correct-guest', stay: asked, revision: Number(revision), guest, document })
        replace(`${PAGES.stay}?stay=${asked}`)
        return
      }
      // Drawn once: pressed again after a lost answer, this is no second guest.
      drawn.current ??= { stay: asked ?? (await drawId()), guest: await drawId() }
      const { stay } = drawn.current
      await ask({ action: 'admit', ...drawn.current, document })
      replace(`${PAGES.arrive}?stay=${stay}`)
    })
  }

  return (
    <DeskPage title={say(TEXTS.admit)}>
      <Heading title={say(TEXTS.admit)} lead={say(TEXTS.admitLead)} />
      <Card>
        <Choice
          label={say(TEXTS.kind)}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: say(KINDS[value]) }))}
          value={kind}
          onChoose={setKind}
        />
      </Card>
      <Card>
        <DocumentFields kind={kind} typed={typed} onType={(changed) => setTyped({ ...typed, ...changed })} />
      </Card>
      {kind === 'passport' && <Notice kind="info" text={say(TEXTS.abroad)} />}
      {isMalformed && <Notice kind="bad" text={say(ERRORS.DOCUMENT_INCOMPLETE)} />}
      {failure !== undefined && (
        <Notice
          kind="bad"
          text={say(
            failure.code === 'INPUT_INVALID' ? ERRORS.DOCUMENT_INCOMPLETE : refusalLook(failure.code).text,
          )}
        />
      )}
      <Button label={say(TEXTS.compared)} busy={isRunning} onPress={register} />
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}
