import { Plus } from 'lucide-react'
import { memo, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { touchpoint } from '@samenreis/model/records/touchpoint'
import { addStep } from '../journey/addStep.ts'
import { addPhaseAt } from '../phase/editPhases.ts'
import { DropMark } from './DropMark.tsx'
import { mapPlaces, type MapPlace } from './mapPlaces.ts'
import './mapMarks.css'

/**
 * The pluses between steps and phases of a map, only at what is selected or pointed at. One layer for the whole board, above all
 * shapes. Who has no pointer finds the same in the panel.
 */
export const MapMarks = memo(function MapMarks() {
  const editor = useEditor()
  const places = useValue('places to make something', () => mapPlaces(editor), [editor])
  return (
    <>
      {places.map((place) => (
        <PlaceMark key={place.key} place={place} />
      ))}
      <DropMark />
    </>
  )
})

function PlaceMark({ place }: { readonly place: MapPlace }) {
  const { t } = useTranslation('map')
  const editor = useEditor()
  /** The canvas must not take the press for one on what lies beneath. */
  const keep = (event: SyntheticEvent): void => editor.markEventAsHandled(event)
  const make = (): void => {
    if (place.kind === 'phase') addPhaseAt(editor, place.journeyId, place.before)
    else addStep(editor, place.journeyId, place.step)
  }
  const word =
    place.kind === 'phase'
      ? t(place.isEnd ? 'phaseAtEnd' : 'phaseHere')
      : t(place.kind === 'step' ? 'stepHere' : 'firstStep')
  const isFirst = place.kind === 'first-step'
  return (
    <button
      type="button"
      className={isFirst ? 'map-mark map-mark--first' : 'map-mark'}
      data-kind={place.kind}
      style={{
        transform: `translate(${place.x}px, ${place.y}px)`,
        ...(isFirst && { width: touchpoint.size.w, height: touchpoint.size.h }),
      }}
      aria-label={word}
      title={word}
      // The panel has the same for who goes by the keyboard, in an order that makes sense.
      tabIndex={-1}
      onPointerDown={keep}
      onPointerUp={keep}
      onTouchStart={keep}
      onTouchEnd={keep}
      onClick={make}
    >
      <span className="map-mark__plus">
        <Plus aria-hidden strokeWidth={2.25} />
        {isFirst ? <span>{word}</span> : null}
      </span>
    </button>
  )
}
