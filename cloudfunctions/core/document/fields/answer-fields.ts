import type { IdentityDocument } from '@nansha/shared/identity-document'
import { CONFIRM_BELOW, type Field } from './field'

/** A field with the demand that a person compares it with the card. */
export interface AnsweredField extends Field {
  readonly confirm: boolean
}

export interface Answered {
  readonly fields: Readonly<Record<string, AnsweredField>>
  /** Whose emblem side it is. */
  readonly document?: IdentityDocument
  readonly portrait?: string
}

/** Demands confirmation of uncertain fields, and always of the name: characters unknown to the net come out as look-alikes. */
export function answerFields<Fields extends { readonly [Name in keyof Fields]: Field }>(
  fields: Fields,
): Record<keyof Fields, AnsweredField> {
  const entries = Object.entries<Field>(fields).map(([name, field]) => [
    name,
    { ...field, confirm: isName(name, field) || field.confidence < CONFIRM_BELOW },
  ])
  return Object.fromEntries(entries) as Record<keyof Fields, AnsweredField>
}

/** A Chinese name that a foreigner's card does not print needs no look. */
function isName(name: string, { value }: Field): boolean {
  return name === 'name' || (name === 'chineseName' && value !== '')
}
