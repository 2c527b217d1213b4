import { TelephoneEvent } from '@nansha/shared/api/telephone'
import * as v from 'valibot'
import type { AskAsOperator } from './sign-and-call'

/**
 * Freezes the ID of whoever is on the telephone. Name and number are typed, not given on the command line, which other
 * processes and the shell's history would show.
 *
 * @param reference how the operator's books name the call
 * @returns what to tell the caller
 * @throws Error with one sentence
 */
export async function freezeForCaller(
  ask: AskAsOperator,
  reference: string,
  readLine: (question: string) => Promise<string>,
): Promise<string[]> {
  const name = await readLine('Name, as on the ID card: ')
  const idNumber = await readLine('Resident number: ')
  const event = v.safeParse(TelephoneEvent, { action: 'telephone-freeze', name, idNumber, reference })
  if (!event.success) throw new Error('The name or the number is not written as on an ID card.')
  await ask('enrol', event.output)
  return [
    'Tell the caller: if there is a digital ID with this name and number, it is frozen now.',
    'To use it again they show their face or enter their PIN on the phone, or go to a counter with the card.',
  ]
}
