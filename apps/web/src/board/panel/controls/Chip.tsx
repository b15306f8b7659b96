import type { ReactNode } from 'react'
import { X } from 'lucide-react'

interface ChipProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  readonly chosen: boolean
  readonly readOnly?: boolean
  readonly onPress: () => void
  readonly label?: string
}

/** A word that is chosen or not. A button, so that it works by keyboard and says whether it is pressed. */
export function Chip({ children, icon, chosen, readOnly = false, onPress, label }: ChipProps) {
  return (
    <button
      type="button"
      className="chip"
      aria-pressed={chosen}
      aria-disabled={readOnly}
      {...(label === undefined ? {} : { 'aria-label': label })}
      onClick={() => {
        if (!readOnly) onPress()
      }}
    >
      {icon}
      <span>{children}</span>
    </button>
  )
}

interface RemovableChipProps {
  readonly children: ReactNode
  readonly icon?: ReactNode
  /** Says what the cross takes away. null = it cannot be taken away. */
  readonly removeLabel: string | null
  readonly onRemove: () => void
  /** Makes the word itself a button, e.g. to go there. */
  readonly onPress?: () => void
}

/** A thing that stands in a list and can be taken out of it. */
export function RemovableChip({ children, icon, removeLabel, onRemove, onPress }: RemovableChipProps) {
  return (
    <span className="chip chip--thing">
      {icon}
      {onPress === undefined ? (
        <span className="chip__word">{children}</span>
      ) : (
        <button type="button" className="chip__word chip__word--go" onClick={onPress}>
          {children}
        </button>
      )}
      {removeLabel === null ? null : (
        <button type="button" className="chip__remove" aria-label={removeLabel} onClick={onRemove}>
          <X size={16} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
