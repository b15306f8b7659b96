import type { DatabaseReport } from './inspectDatabase.ts'
import type { Damage, RoomReport } from './inspectRoom.ts'

/** Enough to tell rooms apart, too little to look one up. */
const SHORT_ID = 8
const KIB = 1024

const headings = ['room', 'records', 'structs', 'people', 'sequence', 'log rows', 'log', 'snapshot', 'state'] as const

/** A table for a terminal: one line a room. @param wholeIds whether ids are written out */
export function reportText({ schema, fileProblems, rooms }: DatabaseReport, wholeIds: boolean): string {
  const lines = [headings, ...rooms.map((room) => cells(room, wholeIds))]
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const last = headings.length - 1
  const aligned = lines.map((line) =>
    line
      .map((cell, column) =>
        column === 0 || column === last ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  const damaged = rooms.filter(({ damage }) => damage.length > 0).length
  const file = fileProblems.map((problem) => `file: ${problem}`)
  const sum = `schema ${schema}, ${rooms.length} rooms, ${damaged} damaged, file ${fileProblems.length === 0 ? 'whole' : 'damaged'}`
  return [...(rooms.length === 0 ? [] : aligned), ...file, sum, ''].join('\n')
}

function cells(room: RoomReport, wholeIds: boolean): string[] {
  return [
    wholeIds ? room.id : room.id.slice(0, SHORT_ID),
    room.records === null ? '-' : String(room.records),
    room.structs === null ? '-' : String(room.structs),
    String(room.people),
    String(room.sequence),
    String(room.logRows),
    sizeText(room.logBytes),
    sizeText(room.snapshotBytes),
    room.damage.length === 0 ? 'whole' : room.damage.map(damageText).join(', '),
  ]
}

function sizeText(bytes: number): string {
  return `${(bytes / KIB).toFixed(1)} KiB`
}

function damageText(damage: Damage): string {
  switch (damage.kind) {
    case 'checksum':
      return `${damage.rows} rows with other bytes than were written`
    case 'gap':
      return `${damage.places} gaps in the log`
    case 'empty':
      return 'no document'
    case 'unreadable':
      return 'makes no board'
    case 'records':
      return `${damage.quarantined} records that do not hold`
  }
}
