import { heldLink, holdLink } from './heldLink.ts'

type Address = Pick<Location, 'pathname' | 'hash'>

/** A shorter fragment is a place on the page (a skip link), not a secret: those have 24 characters. */
const SECRET_MIN_LENGTH = 16

/** Whether this is long enough to be the secret of a link. */
export function isSecret(word: string): boolean {
  return word.length >= SECRET_MIN_LENGTH
}

/**
 * Takes the secret of a link out of the address: puts it aside in this tab and loads the page again under its plain address, in the
 * place of the first. Changing the address alone would not do: beside it the browser keeps by which address a page was opened, in the
 * history of the tab (reliability.md F63). Returns whether the page is being left; nothing of it may begin then. In a tab that keeps
 * nothing the secret stays where it is.
 */
export function leaveForPlainAddress({ location }: Window): boolean {
  const room = roomOf(location)
  const secret = fragmentOf(location)
  if (room === null || !isSecret(secret) || !holdLink(room, secret)) return false
  location.replace(location.pathname + location.search)
  return true
}

/** The secret with which somebody stands at this address, or what else stands in its place; '' = nothing. */
export function secretAt(address: Address): string {
  const fragment = fragmentOf(address)
  if (isSecret(fragment)) return fragment
  const room = roomOf(address)
  return (room === null ? null : heldLink(room)) ?? fragment
}

function roomOf({ pathname }: Address): string | null {
  return /^\/r\/([^/]+)/.exec(pathname)?.[1] ?? null
}

function fragmentOf({ hash }: Address): string {
  try {
    return decodeURIComponent(hash.slice(1))
  } catch {
    return hash.slice(1)
  }
}
