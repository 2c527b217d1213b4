import { back, replace } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import { useSay } from '@nansha/kit/i18n/language'
import { COMMON } from '@nansha/kit/texts/common'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Choice } from '@nansha/kit/ui/Choice/Choice'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { GuestDocument, PhotographedDocument } from '@nansha/shared/api/stays'
import { ERRORS } from '@nansha/shared/errors'
import { useState } from 'react'
import { LiveView } from '../../check/LiveView'
import { PAGES } from '../../pages'
import { refusalLook } from '../../parts/refusals'
import { DeskPage } from '../../warnings/DeskPage'
import { KINDS, TEXTS } from '../texts'
import { DocumentFields } from './DocumentFields'
import { PhotographDocument } from './PhotographDocument'
import { PHOTO_TEXTS } from './photo-texts'
import { ReadDocument } from './ReadDocument'
import { DOCUMENT_KINDS } from './typed-document'
import { useAdmission } from './use-admission'

/** What is photographed of each kind: a side with a portrait, or a machine-readable zone. */
const PHOTOGRAPHED_AS: Readonly<Record<GuestDocument['kind'], PhotographedDocument | undefined>> = {
  card: 'card',
  permit: 'card',
  'permanent-resident': 'card',
  passport: 'passport',
  child: undefined,
}

/** A guest by a document on the desk, or a correction of one: photographed or copied, compared, and sent to the authority alone. */
export default function AdmitPage() {
  const say = useSay()
  const { stay, guest, revision } = useQuery()
  const corrected =
    stay !== undefined && guest !== undefined ? { stay, guest, revision: Number(revision) } : undefined
  const admission = useAdmission(stay, corrected)
  const [camera, setCamera] = useState<'closed' | 'document' | 'guest'>('closed')
  const { kind, read, typed, isMalformed, isRunning, failure } = admission
  // What a register says already is corrected by hand.
  const photographed = corrected ? undefined : PHOTOGRAPHED_AS[kind]
  const typeInstead = () => {
    setCamera('closed')
    admission.typeInstead()
  }

  if (camera === 'document' && photographed)
    return (
      <PhotographDocument
        document={photographed}
        onPicture={async (picture) => {
          await admission.photograph(photographed, picture)
          setCamera('closed')
        }}
        onType={typeInstead}
      />
    )
  if (camera === 'guest')
    return (
      <LiveView
        consent={PHOTO_TEXTS.consent}
        compare={admission.compare}
        onAnswer={() => setCamera('closed')}
        onBack={() => setCamera('closed')}
      />
    )
  return (
    <DeskPage title={say(TEXTS.admit)}>
      <Heading title={say(TEXTS.admit)} lead={say(read ? PHOTO_TEXTS.readLead : TEXTS.admitLead)} />
      {read ? (
        <ReadDocument admission={admission} read={read} onCompare={() => setCamera('guest')} />
      ) : (
        <>
          <Card>
            <Choice
              label={say(TEXTS.kind)}
              options={DOCUMENT_KINDS.map((value) => ({ value, label: say(KINDS[value]) }))}
              value={kind}
              onChoose={admission.choose}
            />
          </Card>
          {photographed && (
            <Button
              kind="secondary"
              label={say(PHOTO_TEXTS.offer)}
              disabled={isRunning}
              onPress={() => setCamera('document')}
            />
          )}
          <Card>
            <DocumentFields kind={kind} typed={typed} onType={admission.type} />
          </Card>
        </>
      )}
      {(read ?? admission).kind === 'passport' && <Notice kind="info" text={say(TEXTS.abroad)} />}
      {isMalformed && <Notice kind="bad" text={say(ERRORS.DOCUMENT_INCOMPLETE)} />}
      {failure !== undefined && (
        <Notice
          kind="bad"
          text={say(
            failure.code === 'INPUT_INVALID' ? ERRORS.DOCUMENT_INCOMPLETE : refusalLook(failure.code).text,
          )}
        />
      )}
      <Button
        label={say(TEXTS.compared)}
        busy={isRunning}
        onPress={() =>
          admission.register((of) =>
            replace(corrected ? `${PAGES.stay}?stay=${of}` : `${PAGES.arrive}?stay=${of}`),
          )
        }
      />
      {read && (
        <>
          <Button
            kind="secondary"
            label={say(PHOTO_TEXTS.again)}
            disabled={isRunning}
            onPress={() => setCamera('document')}
          />
          <Button kind="quiet" label={say(PHOTO_TEXTS.type)} disabled={isRunning} onPress={typeInstead} />
        </>
      )}
      <Button kind="quiet" label={say(COMMON.back)} onPress={() => back(PAGES.desk)} />
    </DeskPage>
  )
}
