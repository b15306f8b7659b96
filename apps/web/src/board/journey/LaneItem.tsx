import { ArrowDown, ArrowUp, Ellipsis, UnfoldVertical, FoldVertical } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { hideLane, moveLane, resizeLane, showLane } from '@samenreis/model/journey/lanes/laneEdits'
import type { MapState } from '@samenreis/model/journey/map/MapState'
import type { LaneKey } from '@samenreis/model/records/enumerations'
import { changeLanes } from '../../shapes/journey/changeLanes.ts'
import { foldedCount } from '../../shapes/journey/foldedLanes.ts'
import { laneIcons } from '../../shapes/look/icons.ts'
import { Switch } from '../../ui/Switch.tsx'
import { useLanes } from './useLanes.ts'

/** By how much "Hoger" and "Lager" change a lane, in board pixels. */
const HEIGHT_STEP = 40

interface Props {
  readonly journeyId: TLShapeId
  readonly laneKey: LaneKey
}

/** One lane in the list: shown or not, and behind a button where it stands and how high it is. */
export function LaneItem({ journeyId, laneKey }: Props) {
  const { t } = useTranslation(['journey', 'kinds'])
  const editor = useEditor()
  const [open, setOpen] = useState(false)
  const lanes = useLanes(journeyId)
  const hidden = useValue('hidden', () => foldedCount(editor, journeyId, laneKey), [editor, journeyId, laneKey])
  const at = lanes.findIndex(({ key }) => key === laneKey)
  const lane = lanes[at]
  const isShown = lane !== undefined && lane.foldedFrom === undefined
  const name = t(`kinds:laneKey.${laneKey}`)
  const Icon = laneIcons[laneKey]
  const change = (edit: (state: MapState) => MapState): void => changeLanes(editor, journeyId, edit)
  const height = lane?.h ?? 0
  return (
    <li className="lane-item">
      <div className="lane-item__row">
        <Switch
          isOn={isShown}
          onChange={(on) => change((state) => (on ? showLane(state, laneKey) : hideLane(state, laneKey)))}
        >
          <Icon size={18} aria-hidden="true" />
          <span className="lane-item__name">
            {name}
            {hidden > 0 ? <span className="lane-item__hidden">{t('lanes.hidden', { count: hidden })}</span> : null}
          </span>
        </Switch>
        {lane === undefined ? null : (
          <button
            type="button"
            className="round-button round-button--quiet"
            aria-expanded={open}
            aria-label={t('lanes.more', { lane: name })}
            onClick={() => setOpen(!open)}
          >
            <Ellipsis size={20} aria-hidden="true" />
          </button>
        )}
      </div>
      {open && lane !== undefined ? (
        <fieldset className="lane-item__acts" aria-label={name}>
          <Act
            icon={<ArrowUp size={18} />}
            isOff={at === 0}
            onPress={() => change((state) => moveLane(state, laneKey, at - 1))}
          >
            {t('lanes.up')}
          </Act>
          <Act
            icon={<ArrowDown size={18} />}
            isOff={at === lanes.length - 1}
            onPress={() => change((state) => moveLane(state, laneKey, at + 1))}
          >
            {t('lanes.down')}
          </Act>
          {isShown ? (
            <>
              <Act
                icon={<UnfoldVertical size={18} />}
                onPress={() => change((state) => resizeLane(state, laneKey, height + HEIGHT_STEP))}
              >
                {t('lanes.higher')}
              </Act>
              <Act
                icon={<FoldVertical size={18} />}
                onPress={() => change((state) => resizeLane(state, laneKey, height - HEIGHT_STEP))}
              >
                {t('lanes.lower')}
              </Act>
            </>
          ) : null}
        </fieldset>
      ) : null}
    </li>
  )
}

interface ActProps {
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly isOff?: boolean
  readonly onPress: () => void
}

/** Stays where the keyboard is when it can do no more, and says so. */
function Act({ icon, children, isOff = false, onPress }: ActProps) {
  return (
    <button
      type="button"
      className="chip"
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onPress()
      }}
    >
      <span className="lane-item__icon" aria-hidden="true">
        {icon}
      </span>
      <span>{children}</span>
    </button>
  )
}
