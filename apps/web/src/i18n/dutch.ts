import { actions } from './nl/actions.ts'
import { board } from './nl/board.ts'
import { common } from './nl/common.ts'
import { curve } from './nl/curve.ts'
import { filter } from './nl/filter.ts'
import { guess } from './nl/guess.ts'
import { home } from './nl/home.ts'
import { insight } from './nl/insight.ts'
import { join } from './nl/join.ts'
import { journey } from './nl/journey.ts'
import { keep } from './nl/keep.ts'
import { kinds } from './nl/kinds.ts'
import { leave } from './nl/leave.ts'
import { lock } from './nl/lock.ts'
import { merge } from './nl/merge.ts'
import { map } from './nl/map.ts'
import { panel } from './nl/panel.ts'
import { people } from './nl/people.ts'
import { playing } from './nl/playing.ts'
import { poster } from './nl/poster.ts'
import { problems } from './nl/problems.ts'
import { share } from './nl/share.ts'
import { start } from './nl/start.ts'

/** Every text of the interface in Dutch, by namespace: one file each under nl/. */
export const dutch = {
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
