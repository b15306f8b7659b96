/** The browser's own question when somebody leaves the page while something would be lost (reliability.md F91). */
export class LeaveWarning {
  private isOn = false
  private isOver = false

  /** Turns the question on or off. On only while it must be: some browsers keep no page that may ask ready to come back to. */
  set(on: boolean): void {
    if (this.isOver || on === this.isOn || typeof window === 'undefined') return
    this.isOn = on
    if (on) window.addEventListener('beforeunload', askBeforeLeaving)
    else window.removeEventListener('beforeunload', askBeforeLeaving)
  }

  /** Never asks again, whatever is still told. */
  end(): void {
    this.set(false)
    this.isOver = true
  }
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault()
}
