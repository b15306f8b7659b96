import { useEffect, useRef } from 'react'

/** The keyboard goes to the title of what is opened, and back to the row that was left. */
export function useSheetFocus(
  view: string | null,
  isShown: boolean,
  title: { readonly current: HTMLElement | null },
  lastRow: { readonly current: HTMLElement | null },
): void {
  const before = useRef<{ view: string | null; isShown: boolean } | null>(null)
  useEffect(() => {
    const { current } = before
    before.current = { view, isShown }
    if (!isShown) return
    if (current !== null && current.view === view) {
      if (!current.isShown) (lastRow.current?.isConnected === true ? lastRow : title).current?.focus()
      return
    }
    const left =
      current === null || view !== null ? null : document.querySelector<HTMLElement>(`#insight-${current.view}`)
    ;(left ?? title.current)?.focus()
  }, [view, isShown, title, lastRow])
}
