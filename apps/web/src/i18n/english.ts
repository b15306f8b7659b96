import { actions } from './en/actions.ts'
import { board } from './en/board.ts'
import { common } from './en/common.ts'
import { curve } from './en/curve.ts'
import { filter } from './en/filter.ts'
import { guess } from './en/guess.ts'
import { home } from './en/home.ts'
import { insight } from './en/insight.ts'
import { join } from './en/join.ts'
import { journey } from './en/journey.ts'
import { keep } from './en/keep.ts'
import { kinds } from './en/kinds.ts'
import { leave } from './en/leave.ts'
import { lock } from './en/lock.ts'
import { merge } from './en/merge.ts'
import { map } from './en/map.ts'
import { panel } from './en/panel.ts'
import { people } from './en/people.ts'
import { playing } from './en/playing.ts'
import { poster } from './en/poster.ts'
import { problems } from './en/problems.ts'
import { share } from './en/share.ts'
import { start } from './en/start.ts'

/** Every text of the interface in English, by namespace: one file each under en/. */
export const english = {
  actions,
  board,
  common,
  curve,
  filter,
  guess,
  home,
  insight,
  join,
  journey,
  keep,
  kinds,
  leave,
  lock,
  merge,
  map,
  panel,
  people,
  playing,
  poster,
  problems,
  share,
  start,
} as const
