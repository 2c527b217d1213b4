import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Card } from '@nansha/kit/ui/Card/Card'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { DocumentRead } from '@nansha/shared/api/guest-document'
import { FACE_ANSWER_TEXTS } from '../../check/live-texts'
import { GuestRow } from '../GuestRow'
import { DocumentFields } from './DocumentFields'
import { PHOTO_TEXTS } from './photo-texts'
import type { Admission } from './use-admission'

export interface ReadDocumentProps {
  readonly admission: Admission
  readonly read: DocumentRead
  /** The guest is asked whether a photo of them may be compared. */
  readonly onCompare: () => void
}

/** What a photo said, without the number; what it did not say, or said badly, is typed. */
export function ReadDocument({ admission, read, onCompare }: ReadDocumentProps) {
  const say = useSay()
  const { faces, typed, isRunning, type } = admission
  const { kind, name, last4 } = read
  return (
    <>
      <Card>
        <GuestRow guest={{ guest: '', kind, name, last4, isMinor: false }} note={say(PHOTO_TEXTS.number)} />
      </Card>
      <Card>
        <DocumentFields kind={kind} read={read} typed={typed} onType={type} />
      </Card>
      {faces !== undefined && (
        <Notice kind={faces === 'same' ? 'info' : 'warn'} text={say(FACE_ANSWER_TEXTS[faces])} />
      )}
      {faces === undefined && kind !== 'passport' && (
        <Button kind="secondary" label={say(PHOTO_TEXTS.compare)} disabled={isRunning} onPress={onCompare} />
      )}
    </>
  )
}
