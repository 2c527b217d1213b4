import { useClock } from '@nansha/kit/device/corrected-clock'
import { useSay } from '@nansha/kit/i18n/language'
import { Button } from '@nansha/kit/ui/Button/Button'
import { Field, type FieldProps } from '@nansha/kit/ui/Field/Field'
import { Notice } from '@nansha/kit/ui/Notice/Notice'
import type { PresentedGuardian } from '@nansha/shared/api/counter'
import { ERRORS } from '@nansha/shared/errors'
import { groupResidentNumber } from '@nansha/shared/group-resident-number'
import { RESIDENT_NUMBER_LENGTH } from '@nansha/shared/resident-number'
import { type Dispatch, useState } from 'react'
import type { ApplicationEvent, ReadCard } from './application'
import {
  checkDraft,
  type Draft,
  type DraftFault,
  type DraftFaults,
  isForeigners,
  isUnlistedGroup,
  needsGuardian,
  type Particulars,
} from './particulars'
import { StepHeading } from './StepHeading'
import { FAULTS, TEXTS } from './texts'

const PERSON = ['name', 'idNumber', 'ethnicity', 'address', 'cardValidity'] as const
const FOREIGNER = ['name', 'chineseName', 'idNumber', 'nationality', 'cardValidity'] as const
/** Of a child; the register says the rest. */
const CHILD = ['name', 'idNumber', 'cardValidity'] as const
const GUARDIAN = ['guardianName', 'guardianNumber'] as const
const KINDS: Partial<Record<keyof Draft, FieldProps['kind']>> = {
  idNumber: 'id-number',
  guardianNumber: 'id-number',
  name: 'long',
  chineseName: 'long',
  guardianName: 'long',
  address: 'long',
}

export interface DetailsStepProps {
  readonly card: ReadCard | undefined
  /** Of a child whose guardian's phone it is. */
  readonly guardian: PresentedGuardian | undefined
  /** What was typed of that child before. */
  readonly typed: Particulars | undefined
  readonly dispatch: Dispatch<ApplicationEvent>
}

/** What is printed on the card, as the officer reads it. */
export function DetailsStep({ card, guardian, typed, dispatch }: DetailsStepProps) {
  const say = useSay()
  const { now } = useClock()
  const [draft, setDraft] = useState<Draft>(() => draftOf(card, guardian, typed))
  const [faults, setFaults] = useState<DraftFaults>({})

  const isForeign = !guardian && isForeigners(draft.idNumber)

  function goOn() {
    const checked = checkDraft(draft, now())
    if (checked.ok) dispatch({ type: 'described', particulars: checked.particulars })
    else setFaults(checked.faults)
  }

  const field = (name: keyof Draft) => {
    const fault = faults[name]
    return (
      <Field
        key={name}
        label={say(name === 'cardValidity' && isForeign ? TEXTS.validUntil : TEXTS[name])}
        kind={KINDS[name] ?? 'text'}
        value={draft[name]}
        hint={hintOf(name, draft[name], say)}
        error={fault && say(sentence(fault))}
        onChange={(value) => {
          setDraft((before) => ({ ...before, [name]: value }))
          setFaults(({ [name]: _, ...rest }) => rest)
        }}
      />
    )
  }

  return (
    <>
      <StepHeading step={guardian ? 4 : 3} title={TEXTS.detailsTitle} />
      {card !== undefined && <Notice kind="warn" text={say(TEXTS.detailsRead)} />}
      {(guardian ? CHILD : isForeign ? FOREIGNER : PERSON).map(field)}
      {!guardian && needsGuardian(draft.idNumber, now()) && (
        <>
          <Notice kind="info" text={say(TEXTS.guardianTitle)} />
          {GUARDIAN.map(field)}
        </>
      )}
      <Button label={say(TEXTS.allRight)} onPress={goOn} />
    </>
  )
}

function hintOf(name: keyof Draft, value: string, say: ReturnType<typeof useSay>): string | undefined {
  const isNumber = name === 'idNumber' || name === 'guardianNumber'
  if (isNumber) return value.length === RESIDENT_NUMBER_LENGTH ? groupResidentNumber(value) : undefined
  if (name === 'cardValidity') return say(TEXTS.validityHint)
  return name === 'ethnicity' && isUnlistedGroup(value) ? say(TEXTS.unlistedGroup) : undefined
}

function draftOf(
  card: ReadCard | undefined,
  guardian: PresentedGuardian | undefined,
  typed: Particulars | undefined,
): Draft {
  const read = (name: string) => card?.fields[name]?.value ?? ''
  return {
    name: typed?.name ?? read('name'),
    idNumber: typed?.idNumber ?? read('number'),
    ethnicity: read('ethnicity'),
    address: read('address'),
    nationality: read('nationality'),
    chineseName: read('chineseName'),
    cardValidity: (typed?.cardValidity ?? read('validUntil')).replace('long-term', '长期'),
    guardianName: guardian?.name ?? '',
    guardianNumber: guardian?.idNumber ?? '',
  }
}

function sentence(fault: DraftFault) {
  return fault === 'VALIDITY_MALFORMED' ? FAULTS[fault] : ERRORS[fault]
}
