import { discardPicture } from '@nansha/kit/camera/picture'
import { uploadFile } from '@nansha/kit/cloud/cloud'
import { useAsk } from '@nansha/kit/cloud/use-ask'
import { useSay } from '@nansha/kit/i18n/language'
import { Actions } from '@nansha/kit/ui/Actions/Actions'
import { a11y } from '@nansha/kit/ui/a11y'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { FaceAnswer } from '@nansha/shared/api/verify'
import type { ErrorCode } from '@nansha/shared/errors'
import { isOfChild } from '@nansha/shared/scenarios'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { refusalLook } from '../parts/refusals'
import { TEXTS } from '../texts'
import { DeskPage } from '../warnings/DeskPage'
import { compareLive } from './compare-live'
import { Disclosed } from './Disclosed'
import { LiveView } from './LiveView'
import { FACE_ANSWER_TEXTS, LIVE_TEXTS } from './live-texts'
import { hangsOnTheLook, type Subject } from './subject'
import './compare-view.scss'

export interface CompareViewProps {
  readonly subject: Subject
  /** Why the last decision did not arrive; it can be sent again. */
  readonly failure: ErrorCode | undefined
  readonly confirming: boolean
  readonly onCompared: (portraitMatches: boolean) => void
  /** This device cannot show the portrait, or shows nothing of it. */
  readonly onPortraitUnseen: () => void
}

/**
 * The code is genuine; whether it belongs to this person only the clerk can see: by the portrait, once it is on the screen, or by the
 * card. Both answers are in view whatever else is.
 */
export function CompareView({
  subject,
  failure,
  confirming,
  onCompared,
  onPortraitUnseen,
}: CompareViewProps) {
  const say = useSay()
  const ask = useAsk()
  const hasPortrait = subject.portrait !== undefined
  const [isSeen, setSeen] = useState(false)
  const [live, setLive] = useState<'closed' | 'open' | FaceAnswer>('closed')
  const { evidence } = subject
  const isChild = isOfChild(subject.claims)
  if (live === 'open' && evidence.form === 'ticket') {
    return (
      <LiveView
        consent={LIVE_TEXTS.consent}
        compare={(picture) => compareLive({ ask, uploadFile, discardPicture }, evidence.useId, picture)}
        onAnswer={setLive}
        onBack={() => setLive('closed')}
      />
    )
  }
  return (
    <DeskPage title={say(TEXTS.check)} tone={hasPortrait ? 'plain' : 'warn'}>
      <View {...a11y({ role: 'alert' })}>
        <View className="compare-view__task" {...a11y({ role: 'heading' })}>
          {say(hasPortrait ? (isChild ? TEXTS.compareChild : TEXTS.compare) : TEXTS.compareCard)}
        </View>
      </View>
      {live !== 'closed' && live !== 'open' && (
        <Notice kind={live === 'same' ? 'info' : 'warn'} text={say(FACE_ANSWER_TEXTS[live])} />
      )}
      {failure !== undefined && <Notice kind="bad" text={say(refusalLook(failure).text)} />}
      <Disclosed subject={subject} onSeen={() => setSeen(true)} onUnseen={onPortraitUnseen} />
      {hasPortrait && <PortraitNotes subject={subject} isSeen={isSeen} onUnseen={onPortraitUnseen} />}
      {hasPortrait && isSeen && live === 'closed' && evidence.form === 'ticket' && !isChild && (
        <Button
          kind="quiet"
          label={say(LIVE_TEXTS.offer)}
          disabled={confirming}
          onPress={() => setLive('open')}
        />
      )}
      <CompareActions
        byPortrait={hasPortrait}
        mayAccept={!hasPortrait || isSeen}
        confirming={confirming}
        onCompared={onCompared}
      />
    </DeskPage>
  )
}

interface PortraitNotesProps {
  readonly subject: Subject
  readonly isSeen: boolean
  readonly onUnseen: () => void
}

/** What the clerk should know of the portrait: whether it is there yet, and how far it can be relied on. */
function PortraitNotes({ subject, isSeen, onUnseen }: PortraitNotesProps) {
  const say = useSay()
  return (
    <>
      {!isSeen && (
        <>
          <Notice kind="info" text={say(TEXTS.portraitLoading)} />
          <Button kind="secondary" label={say(TEXTS.portraitUnseen)} onPress={onUnseen} />
        </>
      )}
      {hangsOnTheLook(subject) && <Notice kind="warn" text={say(TEXTS.byPin)} />}
      {subject.evidence.form === 'pass' && <Notice isStanding kind="info" text={say(TEXTS.smallPortrait)} />}
    </>
  )
}

interface CompareActionsProps extends Pick<CompareViewProps, 'confirming' | 'onCompared'> {
  /** Whether the person is compared with the portrait on the screen; otherwise it is with the plastic card. */
  readonly byPortrait: boolean
  /** False until there is something to compare the person with. */
  readonly mayAccept: boolean
}

function CompareActions({ byPortrait, mayAccept, confirming, onCompared }: CompareActionsProps) {
  const say = useSay()
  return (
    <Actions kind="pair">
      <Button
        kind="bad"
        label={say(byPortrait ? TEXTS.otherPerson : TEXTS.cardDiffers)}
        disabled={confirming}
        onPress={() => onCompared(false)}
      />
      {mayAccept && (
        <Button
          kind={byPortrait ? 'good' : 'primary'}
          label={say(byPortrait ? TEXTS.samePerson : TEXTS.cardMatches)}
          busy={confirming}
          onPress={() => onCompared(true)}
        />
      )}
    </Actions>
  )
}
