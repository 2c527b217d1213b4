import { replace } from '@nansha/kit/device/navigation'
import { useQuery } from '@nansha/kit/device/use-query'
import type { GuestDocument, PhotographedDocument } from '@nansha/shared/api/guest-document'
import { useState } from 'react'
import { LiveView } from '../../check/LiveView'
import { PAGES } from '../../pages'
import { AdmitForm } from './AdmitForm'
import { PhotographDocument } from './PhotographDocument'
import { PHOTO_TEXTS } from './photo-texts'
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
  const { stay, guest, revision } = useQuery()
  const corrected =
    stay !== undefined && guest !== undefined ? { stay, guest, revision: Number(revision) } : undefined
  const admission = useAdmission(stay, corrected)
  const [camera, setCamera] = useState<'closed' | 'document' | 'guest'>('closed')
  const { kind } = admission
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
  const onRegistered = (of: string) => replace(`${corrected ? PAGES.stay : PAGES.arrive}?stay=${of}`)
  return (
    <AdmitForm
      admission={admission}
      mayPhotograph={photographed !== undefined}
      onPhotographDocument={() => setCamera('document')}
      onPhotographGuest={() => setCamera('guest')}
      onTypeInstead={typeInstead}
      onRegistered={onRegistered}
    />
  )
}
