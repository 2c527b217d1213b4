import { back } from '@nansha/kit/device/navigation'
import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import { ERRORS } from '@nansha/shared/errors'
import { FROM_ABROAD } from '@nansha/shared/guest-report/guest-report'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { DutiesForm } from '../arrive/DutiesForm'
import { KINDS, TEXTS } from '../texts'
import { DocumentFields } from './DocumentFields'
import { PHOTO_TEXTS } from './photo-texts'
import { ReadDocument } from './ReadDocument'
import { DOCUMENT_KINDS } from './typed-document'
import type { Admission } from './use-admission'

export interface AdmitFormProps {
  readonly admission: Admission
  /** The document that is chosen can be read off a photo. */
  readonly mayPhotograph: boolean
  readonly onPhotographDocument: () => void
  readonly onPhotographGuest: () => void
  readonly onTypeInstead: () => void
  /** @param stay for which the guest was registered */
  readonly onRegistered: (stay: string) => void
}

/** What was read of the document or is typed of it, and the way on. */
export function AdmitForm({ admission, onPhotographGuest, onRegistered, ...camera }: AdmitFormProps) {
  const say = useSay()
  const { kind, typed, read, needsDuties, isRunning } = admission
  const { onPhotographDocument, onTypeInstead } = camera
  return (
    <DeskPage title={say(TEXTS.admit)}>
      <Heading title={say(TEXTS.admit)} lead={say(read ? PHOTO_TEXTS.readLead : TEXTS.admitLead)} />
      {read ? (
        <ReadDocument admission={admission} read={read} onCompare={onPhotographGuest} />
      ) : (
        <TypeDocument admission={admission} {...camera} />
      )}
      {FROM_ABROAD.has(read?.kind ?? kind) && <Notice kind="info" text={say(TEXTS.abroad)} />}
      <Faults admission={admission} />
      {needsDuties ? (
        <DutiesForm
          name={typed.name ?? ''}
          isBusy={isRunning}
          onDone={(duties) => admission.register(onRegistered, duties)}
        />
      ) : (
        <Button
          label={say(TEXTS.compared)}
          busy={isRunning}
          onPress={() => admission.register(onRegistered)}
        />
      )}
      {read && (
        <>
          <Button
            kind="secondary"
            label={say(PHOTO_TEXTS.again)}
            disabled={isRunning}
            onPress={onPhotographDocument}
          />
          <Button kind="quiet" label={say(PHOTO_TEXTS.type)} disabled={isRunning} onPress={onTypeInstead} />
        </>
      )}
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}

type TypeDocumentProps = Pick<AdmitFormProps, 'admission' | 'mayPhotograph' | 'onPhotographDocument'>

function TypeDocument({ admission, mayPhotograph, onPhotographDocument }: TypeDocumentProps) {
  const say = useSay()
  const { kind, typed, isRunning, choose, type } = admission
  return (
    <>
      <Card>
        <Choice
          label={say(TEXTS.kind)}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: say(KINDS[value]) }))}
          value={kind}
          onChoose={choose}
        />
      </Card>
      {mayPhotograph && (
        <Button
          kind="secondary"
          label={say(PHOTO_TEXTS.offer)}
          disabled={isRunning}
          onPress={onPhotographDocument}
        />
      )}
      <Card>
        <DocumentFields kind={kind} typed={typed} onType={type} />
      </Card>
    </>
  )
}

function Faults({ admission: { isMalformed, failure } }: Pick<AdmitFormProps, 'admission'>) {
  const say = useSay()
  return (
    <>
      {isMalformed && <Notice kind="bad" text={say(ERRORS.DOCUMENT_INCOMPLETE)} />}
      {failure !== undefined && (
        <Notice
          kind="bad"
          text={say(
            failure.code === 'INPUT_INVALID' ? ERRORS.DOCUMENT_INCOMPLETE : refusalLook(failure.code).text,
          )}
        />
      )}
    </>
  )
}
