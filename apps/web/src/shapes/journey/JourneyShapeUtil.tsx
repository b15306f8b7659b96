import { resizeBox, type TLResizeInfo, type TLShape } from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { ContainerShapeUtil, TITLE_HEIGHT } from '../container/ContainerShapeUtil.ts'
import { kindWords } from '../look/words.ts'
import { lowestLane } from '@samenreis/model/journey/lanes/laneEdits'
import { readMapState } from './readMapState.ts'
import { JourneySheet } from './JourneySheet.tsx'
import { lanesForHeight, minJourneyHeight } from './laneBands.ts'

/** Narrowest a journey is made, in board pixels: one phase with one step in it. */
const MIN_WIDTH = 320
/** Height of the row that says whose journey it is, below the title. */
const ABOUT_HEIGHT = 24

/** A journey on the canvas: the sheet that holds phases, steps and all that belongs to them. */
export class JourneyShapeUtil extends ContainerShapeUtil<TLShape<'journey'>> {
  static override readonly type = 'journey' as const
  static override readonly props = domainProps('journey')

  override getDefaultProps(): DomainProps<'journey'> {
    return defaultDomainProps('journey')
  }

  protected override titleHeight({ props }: TLShape<'journey'>): number {
    const { personaIds, startMoment, endMoment } = props
    return personaIds.length === 0 && startMoment === '' && endMoment === ''
      ? TITLE_HEIGHT
      : TITLE_HEIGHT + ABOUT_HEIGHT
  }

  override getText({ props }: TLShape<'journey'>): string {
    return props.title
  }

  override getAriaDescriptor({ props }: TLShape<'journey'>): string {
    return [kindWords()(`journeyKind.${props.kind}`), props.title].filter((part) => part !== '').join(': ')
  }

  override component({ id, props }: TLShape<'journey'>) {
    return <JourneySheet id={id} props={props} />
  }

  override onResize(shape: TLShape<'journey'>, info: TLResizeInfo<TLShape<'journey'>>): TLShape<'journey'> {
    const { lanes, lanesFrom } = info.initialShape.props
    const lowest = this.lowestLane(info.initialShape)
    const minHeight = minJourneyHeight(lanes, lanesFrom, lowest)
    // Below a folded lane there is nothing that could take a change of height.
    const isFixed = lanes.at(-1)?.foldedFrom !== undefined
    const next = resizeBox(shape, info, {
      minWidth: MIN_WIDTH,
      minHeight,
      ...(isFixed ? { maxHeight: minHeight } : {}),
    })
    return { ...next, props: { ...next.props, lanes: lanesForHeight(lanes, lanesFrom, next.props.h, lowest) } }
  }

  /** How low the lowest lane may be: what stands in it keeps its room. */
  private lowestLane({ id, props }: TLShape<'journey'>): number | undefined {
    const key = props.lanes.at(-1)?.key
    const state = key === undefined ? null : readMapState(this.editor, id)
    return key === undefined || state === null ? undefined : lowestLane(state, key)
  }

  /** A phase is a column of its journey and stays in it. */
  override canRemoveChildrenOfType(shape: TLShape<'journey'>, type: TLShape['type']): boolean {
    return type !== 'phase' && type !== 'curve' && super.canRemoveChildrenOfType(shape, type)
  }
}
