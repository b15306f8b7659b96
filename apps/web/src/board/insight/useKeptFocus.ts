import { useEffect, type RefObject } from 'react'
import type { Watchable } from '../../sync/Watchable.ts'

/**
 * Keeps the keyboard in the sheet when the row it was on goes, because another took its card away: it goes to the row that is
 * in its place now. The browser would let it fall back to the start of the page.
 */
export function useKeptFocus(sheet: RefObject<HTMLElement | null>, changes: Watchable<unknown>): void {
  useEffect(() => {
    const { current } = sheet
    if (current === null) return undefined
    let held: { readonly element: Element; readonly at: number } | null = null
    const note = (event: FocusEvent): void => {
      if (event.target instanceof Element)
        held = { element: event.target, at: stops(current).findIndex((each) => each === event.target) }
    }
    const forget = (event: FocusEvent): void => {
      // Without a next element the row may be going at this very moment.
      if (event.relatedTarget !== null) held = null
    }
    const leave = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || !current.contains(event.target)) held = null
    }
    let frame = 0
    const stop = changes.subscribe(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        if (held === null || held.element.isConnected || document.activeElement !== document.body) return
        const rest = stops(current)
        rest[Math.min(held.at, rest.length - 1)]?.focus({ preventScroll: true })
      })
    })
    current.addEventListener('focusin', note)
    current.addEventListener('focusout', forget)
    document.addEventListener('pointerdown', leave, true)
    return () => {
      cancelAnimationFrame(frame)
      stop()
      current.removeEventListener('focusin', note)
      current.removeEventListener('focusout', forget)
      document.removeEventListener('pointerdown', leave, true)
    }
  }, [sheet, changes])
}

/** Everything in the sheet that the keyboard can be on, in order. */
function stops(sheet: Element): HTMLElement[] {
  return [...sheet.querySelectorAll<HTMLElement>('button, select, input')]
}
