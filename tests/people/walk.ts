/** What is said in both languages, or in one that needs no other. */
export type Words = { readonly zh: string; readonly en: string } | string

/** Whose phone it is, and which app is opened on it. */
export interface Where {
  readonly app: 'citizen' | 'verifier'
  readonly profile: string
}

/** A phone with an app open, whatever the app was built for. Words are those of the person's language. */
export interface Phone {
  /** Waits for words, and looks at the page as this person must use it. */
  see(words: Words): Promise<void>
  /** Presses the last button whose name begins with these words. */
  press(words: Words): Promise<void>
  /** One among several: what is chosen already is not pressed. */
  choose(words: Words): Promise<void>
  /** Into a field by its label. */
  type(label: Words, text: string): Promise<void>
  /** Waits for an element of this class, such as `counter-code`. @returns what is written in it */
  read(className: string): Promise<string>
  /** Types the PIN where it is asked for: what was unlocked a moment ago is not asked again. @param after what is shown then */
  unlock(after: Words): Promise<void>
  /** Presses a button again where a busy cloud had no answer in time. @param answer what is shown then */
  pressUnless(answer: Words, again: Words): Promise<void>
  /** Holds the camera over the code that another phone shows. */
  scan(other: Phone): Promise<void>
  /** Holds the camera over something. @param picture JPEG or PNG */
  pointAt(picture: Buffer): Promise<void>
  setOnline(isOnline: boolean): Promise<void>
  /** Goes to a page of the app, such as `/documents/child/index?place=1`. */
  goTo(page: string): Promise<void>
  /** All that lies on the phone goes, and the app begins anew. */
  empty(): Promise<void>
  close(): Promise<void>
}

/** What surrounds a person's phone. */
export interface Walk {
  /** The words of a text in the person's language. */
  say(text: Words): string
  /** The phone of somebody at a desk. @param page the first page, when it is not the app's own */
  companion(profile: string, page?: string): Promise<Phone>
  /** Has an officer give a phone that applied with this code the identity of one of the specimen people. */
  approve(code: string, person: string): Promise<void>
}

/** From the first page to the end. */
export interface Task {
  readonly where: Where
  readonly run: (phone: Phone, walk: Walk) => Promise<void>
}

export type Tasks = Readonly<Record<string, Task>>

export function task(where: Where, run: Task['run']): Task {
  return { where, run }
}
