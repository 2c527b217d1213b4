import { randomBytes } from 'node:crypto'

/** 16 random bytes in base64url, 22 characters: the ids and nonces of everything that must not be guessed. */
export type RandomId = () => string

export const randomId: RandomId = () => randomBytes(16).toString('base64url')
