import { z } from 'zod'
import type { RoomId } from '@samenreis/model/ids/roomId'

const KEY = 'samenreis.unstored.'

/** That there was work which nobody has stored: how much, and since when. Never what it was. */
export const Unstored = z.object({ count: z.number(), since: z.number() })
export type Unstored = z.infer<typeof Unstored>

/**
 * A mark in this tab that there is unstored work, so that after a crash or a reload it can be said honestly what is gone (reliability.md
 * F94). It goes with the tab.
 */
export class UnstoredMark {
  private readonly key: string
  private current = ''

  constructor(roomId: RoomId) {
    this.key = KEY + roomId
  }

  read(): Unstored | null {
    try {
      const mark = Unstored.safeParse(JSON.parse(sessionStorage.getItem(this.key) ?? 'null'))
      return mark.success ? mark.data : null
    } catch {
      return null
    }
  }

  /** @param mark null = everything is stored */
  write(mark: Unstored | null): void {
    const next = mark === null ? '' : JSON.stringify(mark)
    if (next === this.current) return
    this.current = next
    try {
      if (mark === null) sessionStorage.removeItem(this.key)
      else sessionStorage.setItem(this.key, next)
    } catch {
      // A browser that keeps nothing can say nothing afterwards.
    }
  }
}
