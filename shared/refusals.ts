import { type ErrorCode, NanshaError } from './errors'

/**
 * For a caller that has more to say of a refusal than to pass it on.
 *
 * @returns the code of the refusal that the promise ends in, `undefined` when it ends well
 * @throws what is a defect and no refusal
 */
export async function refusalCode(promise: Promise<unknown>): Promise<ErrorCode | undefined> {
  try {
    await promise
    return undefined
  } catch (error) {
    if (error instanceof NanshaError) return error.code
    throw error
  }
}

/**
 * For a caller to whom a message that is refused is none at all.
 *
 * @returns what the promise resolves to, `undefined` when it is refused
 * @throws what is a defect and no refusal
 */
export async function unlessRefused<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise
  } catch (error) {
    if (error instanceof NanshaError) return undefined
    throw error
  }
}
