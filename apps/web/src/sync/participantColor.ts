import type { Participant } from '@samenreis/model/api/participant'
import type { ParticipantId } from '@samenreis/model/ids/participantId'

/**
 * Colours of cursors, selections and names, each with a contrast of at least 4.5 to white, so that a white name on it can be
 * read and the line can be seen on the board (WCAG 1.4.3, 1.4.11). The name always goes with the colour.
 */
export const participantColors = [
  '#1f5fbf',
  '#b3261e',
  '#1b6e2e',
  '#7b3fb5',
  '#9a4a00',
  '#006482',
  '#a8328a',
  '#4f6b00',
  '#4b4fc4',
  '#7a5c00',
  '#00695c',
  '#5d4a41',
] as const

/** For somebody who is not in the roster (yet). */
const UNKNOWN_COLOR = '#5f6368'

/**
 * The colour of a participant: by the order in which people came, so that twelve people differ and everybody sees the same.
 * Screens take none.
 */
export function participantColor(roster: readonly Participant[], id: ParticipantId): string {
  const order = roster.filter(({ role }) => role !== 'screen').findIndex((participant) => participant.id === id)
  return order < 0 ? UNKNOWN_COLOR : (participantColors[order % participantColors.length] ?? UNKNOWN_COLOR)
}
