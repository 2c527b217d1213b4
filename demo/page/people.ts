import { useCallback, useEffect, useState } from 'react'
import type { Point } from '../specimen/raster'

/** Someone whom the visitor can be in the demo. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly number: string
  /** As the emblem side prints it: a day, or 长期. */
  readonly validUntil: string
  /** Addresses of photos of the specimen card's two sides. */
  readonly card: string
  readonly emblem: string
  /** Address of what the front camera sees; the visitor's own face comes from the webcam. */
  readonly selfie: string
  /** Where the landmarks lie on the selfie, by which it acts; the visitor's own face acts itself. */
  readonly landmarks?: readonly Point[]
  /** Degrees by which the head on the selfie is turned until it looks at the camera. */
  readonly facing?: number
}

/** Whom the visitor can be: the cast, and the people they make a card for. */
export function usePeople() {
  const [people, setPeople] = useState<readonly Person[]>([])
  const [failure, setFailure] = useState('')
  useEffect(() => {
    listPeople().then(setPeople, (error: Error) => setFailure(error.message))
  }, [])
  const add = useCallback((person: Person) => setPeople((known) => [...known, person]), [])
  return { people, failure, add }
}

/** @throws Error with a sentence for the visitor */
async function listPeople(): Promise<Person[]> {
  const response = await fetch('/demo/api/people')
  if (!response.ok) throw new Error('The demo server does not answer. Is npm start still running?')
  return (await response.json()) as Person[]
}

/**
 * Makes a specimen card with the visitor's own face and registers it with the specimen registry.
 *
 * @param portrait JPEG as a data URL
 */
export async function makeOwnCard(portrait: string, sex: 'male' | 'female'): Promise<Person> {
  const response = await fetch('/demo/api/people', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ portrait: portrait.split(',')[1], sex }),
  })
  if (!response.ok) throw new Error('The card could not be made. Take the picture again.')
  return (await response.json()) as Person
}

/**
 * Has an identity issued to a person of the cast and puts it on their phone.
 *
 * @returns the PIN of the identity
 * @throws Error with a sentence for the visitor
 */
export async function takeIssuedIdentity({ id }: Person): Promise<string> {
  const response = await fetch(`/demo/api/people/${id}/identity`, { method: 'POST' })
  if (!response.ok) throw new Error('No identity could be issued. Try again, or enrol on the phone.')
  const { stored, pin } = (await response.json()) as { stored: Record<string, string>; pin: string }
  for (const [key, value] of Object.entries(stored))
    localStorage.setItem(`nansha:citizen:${id}:${key}`, value)
  return pin
}

/** Loads a picture so that a camera can be pointed at it. */
export async function loadPicture(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = address
  await image.decode()
  return image
}
