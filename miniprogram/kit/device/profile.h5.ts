/**
 * Which development identity this tab plays: `?profile=desk1`. It is the openid that localcloud sees, and it
 * keeps the tabs' storage apart, so that one browser can be a citizen and a desk at once.
 */
export const profile = new URLSearchParams(location.search).get('profile') ?? 'default'
