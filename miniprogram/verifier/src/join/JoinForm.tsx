import { callFunction } from '@nansha/kit/cloud/cloud'
import { useSay } from '@nansha/kit/i18n/language'
import { scanOnce } from '@nansha/kit/scanner/scan-once'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Field } from '@nansha/kit/ui/Field/Field'
import { Heading } from '@nansha/kit/ui/Heading/Heading'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { Joined, OrganisationEvent } from '@nansha/shared/api/organisation'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { id } from '@nansha/shared/fields'
import { useState } from 'react'
import { is } from 'valibot'
import { TEXTS } from '../texts'

export interface JoinFormProps {
  /** The code from the link that opened the page, empty when it is to be typed. */
  readonly invitation: string
  readonly onJoined: (organisation: Joined['organisation']) => void
}

export function JoinForm(props: JoinFormProps) {
  const say = useSay()
  const [invitation, setInvitation] = useState(props.invitation)
  const [name, setName] = useState('')
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<ErrorCode>()
  const [isNothingFound, setNothingFound] = useState(false)

  async function scan() {
    const scanned = await scanOnce((text) => is(id, text))
    setNothingFound(scanned.state === 'none')
    if (scanned.state === 'code') setInvitation(scanned.text)
  }

  async function join() {
    setSending(true)
    setFailure(undefined)
    const answer = await callFunction<OrganisationEvent, Joined>('organisation', {
      action: 'join',
      invitation: invitation.trim(),
      name: name.trim(),
    })
    setSending(false)
    if (answer.ok) props.onJoined(answer.organisation)
    else setFailure(answer.code === 'INPUT_INVALID' ? faultOf(answer.details?.field) : answer.code)
  }

  return (
    <>
      <Heading title={say(TEXTS.join)} lead={say(TEXTS.joinLead)} />
      <Field label={say(TEXTS.invitation)} value={invitation} onChange={setInvitation} maxLength={64} />
      <Button kind="secondary" label={say(TEXTS.scanInvitation)} onPress={() => void scan()} />
      {isNothingFound && <Notice kind="warn" text={say(TEXTS.nothingFound)} />}
      <Field
        label={say(TEXTS.yourName)}
        hint={say(TEXTS.yourNameHint)}
        value={name}
        onChange={setName}
        maxLength={80}
      />
      {failure !== undefined && <Notice kind="bad" text={say(ERRORS[failure])} />}
      <Button
        label={say(TEXTS.joinNow)}
        busy={sending}
        disabled={invitation.trim() === '' || name.trim() === ''}
        onPress={join}
      />
    </>
  )
}

/** A code that is not even shaped like one is, to the person, simply not valid. */
function faultOf(field: unknown): ErrorCode {
  return field === 'name' ? 'NAME_UNREADABLE' : 'INVITATION_INVALID'
}
