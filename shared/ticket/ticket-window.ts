/** The phone signs a new ticket over the same handle this often. */
export const ROTATION_SECONDS = 15
/** A ticket is accepted from this long before its `iat`, for a phone whose clock is a little ahead, … */
export const ACCEPTED_BEFORE = 10
/** … to this long after it: two rotations and the time to scan. */
export const ACCEPTED_AFTER = 35
