import type { Picture } from '@nansha/kit/camera/picture'
import { useSay } from '@nansha/kit/i18n/language'
import { Photograph } from '@nansha/kit/photograph/Photograph'
import { useTask } from '@nansha/kit/state/use-task'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { PhotographedDocument } from '@nansha/shared/api/guest-document'
import { refusalLook } from '../../parts/refusals'
import { CAMERA_HELP } from '../../texts'
import { DeskPage } from '../../warnings/DeskPage'
import { PHOTO_TEXTS } from './photo-texts'

export interface PhotographDocumentProps {
  readonly document: PhotographedDocument
  readonly onPicture: (picture: Picture) => Promise<void>
  readonly onType: () => void
}

/** Takes the photo that saves the typing. Whatever goes wrong, the clerk can type. */
export function PhotographDocument({ document, onPicture, onType }: PhotographDocumentProps) {
  const say = useSay()
  const { isRunning, failure, run } = useTask()
  return (
    <DeskPage title={say(PHOTO_TEXTS.title)}>
      <Heading title={say(PHOTO_TEXTS.leads[document])} />
      {failure !== undefined && <Notice kind="warn" text={say(refusalLook(failure.code).text)} />}
      <Photograph
        subject="card"
        facing="back"
        hint={say(isRunning ? PHOTO_TEXTS.reading : PHOTO_TEXTS.hints[document])}
        take={PHOTO_TEXTS.take}
        help={CAMERA_HELP}
        busy={isRunning}
        onPicture={(picture) => run(() => onPicture(picture))}
      />
      <Button kind="secondary" label={say(PHOTO_TEXTS.type)} disabled={isRunning} onPress={onType} />
    </DeskPage>
  )
}
