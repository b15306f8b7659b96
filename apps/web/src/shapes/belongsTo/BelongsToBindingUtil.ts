import { BindingUtil, type TLBinding } from 'tldraw'

/**
 * A card belongs to its target. It has no props; tldraw takes it away with either of its ends. Neither end moves with the
 * other: what belongs together may lie in different lanes.
 */
export class BelongsToBindingUtil extends BindingUtil<TLBinding<'belongs_to'>> {
  static override readonly type = 'belongs_to' as const
  static override readonly props = {}

  override getDefaultProps(): Record<never, never> {
    return {}
  }
}
