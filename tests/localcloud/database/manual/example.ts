import type { Document } from '@nansha/localcloud/database/ejson'

/** A value that an expression has in a document, or a part of the message with which it is refused. */
export interface ExpressionExample {
  readonly expression: unknown
  readonly in?: Document
  /** `undefined` is a missing value. */
  readonly gives?: unknown
  readonly refused?: string
}

/** Examples by the name of the operator that they are about. */
export type Examples<E> = Readonly<Record<string, readonly E[]>>

/** An expression and its value. */
export function gives(expression: unknown, value: unknown, document: Document = {}): ExpressionExample {
  return { expression, gives: value, in: document }
}

/** An expression and a part of the message with which it is refused. */
export function refused(expression: unknown, message: string, document: Document = {}): ExpressionExample {
  return { expression, refused: message, in: document }
}

/** A pipeline over documents and what comes out of it. */
export interface StageExample {
  readonly title: string
  readonly documents: readonly Document[]
  readonly pipeline: readonly Document[]
  readonly gives?: readonly Document[]
  readonly refused?: string
}

/** A query and the ids of what it finds. */
export interface QueryExample {
  readonly query: Document
  readonly documents: readonly Document[]
  readonly finds?: readonly unknown[]
  readonly refused?: string
}

/** An update of one document. */
export interface UpdateExample {
  readonly update: Document
  readonly before: Document
  readonly query?: Document
  readonly after?: Document
  readonly refused?: string
}
