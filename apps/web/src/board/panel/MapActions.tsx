import { ArrowLeft, ArrowRight, BetweenVerticalEnd, BetweenVerticalStart, Hand, LayoutGrid, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShape } from 'tldraw'
import { addStep, placeBesideStep } from '../../shapes/journey/addStep.ts'
import { isTidied } from '../../shapes/journey/readMapState.ts'
import { isUntidy, leavePutDown, tidyPutDown } from '../../shapes/journey/tidyMap.ts'
import { addPhaseAt, movePhaseTo, positionOf } from '../../shapes/phase/editPhases.ts'

/** What can be done with one thing of a map, for who has no pointer: everything that the marks on the map do, and Alt. */
export function MapActions({ shape }: { readonly shape: TLShape }) {
  const editor = useEditor()
  const isOnMap = useValue('on a map', () => editor.getShape(shape.parentId)?.type === 'journey', [
    editor,
    shape.parentId,
  ])
  if (shape.type === 'journey') return <JourneyActions journey={shape} />
  if (!isOnMap) return null
  if (shape.type === 'phase') return <PhaseActions phase={shape} />
  return (
    <>
      {shape.type === 'touchpoint' ? <StepActions step={shape} /> : null}
      {isTidied(shape) ? <FreeAction shape={shape} /> : null}
    </>
  )
}

function StepActions({ step }: { readonly step: TLShape }) {
  const { t } = useTranslation('map')
  const editor = useEditor()
  const isInLane = useValue('a step in its lane', () => placeBesideStep(editor, step.id, 'before') !== null, [
    editor,
    step.id,
  ])
  if (!isInLane) return null
  const add = (side: 'before' | 'after'): void => {
    const there = placeBesideStep(editor, step.id, side)
    if (there !== null) addStep(editor, there.journeyId, there.place)
  }
  return (
    <>
      <Act icon={<BetweenVerticalStart size={20} aria-hidden="true" />} onPress={() => add('before')}>
        {t('stepBefore')}
      </Act>
      <Act icon={<BetweenVerticalEnd size={20} aria-hidden="true" />} onPress={() => add('after')}>
        {t('stepAfter')}
      </Act>
    </>
  )
}

function PhaseActions({ phase }: { readonly phase: TLShape }) {
  const { t } = useTranslation('map')
  const editor = useEditor()
  const position = useValue('place among the phases', () => positionOf(editor, phase.id), [editor, phase.id])
  if (position === null) return null
  const { journeyId, at, count } = position
  return (
    <>
      <Act
        icon={<ArrowLeft size={20} aria-hidden="true" />}
        isOff={at === 0}
        onPress={() => movePhaseTo(editor, phase.id, at - 1)}
      >
        {t('phaseLeft')}
      </Act>
      <Act
        icon={<ArrowRight size={20} aria-hidden="true" />}
        isOff={at === count - 1}
        onPress={() => movePhaseTo(editor, phase.id, at + 1)}
      >
        {t('phaseRight')}
      </Act>
      <Act
        icon={<BetweenVerticalStart size={20} aria-hidden="true" />}
        onPress={() => addPhaseAt(editor, journeyId, at)}
      >
        {t('phaseBefore')}
      </Act>
      <Act
        icon={<BetweenVerticalEnd size={20} aria-hidden="true" />}
        onPress={() => addPhaseAt(editor, journeyId, at + 1)}
      >
        {t('phaseAfter')}
      </Act>
    </>
  )
}

function JourneyActions({ journey }: { readonly journey: TLShape }) {
  const { t } = useTranslation('map')
  const editor = useEditor()
  return (
    <Act
      icon={<Plus size={20} aria-hidden="true" />}
      onPress={() => addPhaseAt(editor, journey.id, Number.MAX_SAFE_INTEGER)}
    >
      {t('phaseAtEnd')}
    </Act>
  )
}

/** Alt for who has none: a card that is left where it is, or given back to the order of the map. */
function FreeAction({ shape }: { readonly shape: TLShape }) {
  const { t } = useTranslation('map')
  const editor = useEditor()
  const isFree = useValue('lies freely', () => isUntidy(editor, shape.id), [editor, shape.id])
  const change = (): void => {
    editor.markHistoryStoppingPoint('place freely')
    const putDown = [{ id: shape.id, before: null }]
    if (isFree) tidyPutDown(editor, putDown)
    else leavePutDown(editor, putDown)
  }
  return (
    <Act
      icon={isFree ? <LayoutGrid size={20} aria-hidden="true" /> : <Hand size={20} aria-hidden="true" />}
      onPress={change}
    >
      {isFree ? t('tidy') : t('leaveFree')}
    </Act>
  )
}

interface ActProps {
  readonly icon: ReactNode
  readonly onPress: () => void
  readonly isOff?: boolean
  readonly children: string
}

function Act({ icon, onPress, isOff = false, children }: ActProps) {
  return (
    <button type="button" className="panel__act" disabled={isOff} onClick={onPress}>
      {icon}
      {children}
    </button>
  )
}
