import {
  Activity,
  Building2,
  CloudLightning,
  Columns3,
  Footprints,
  Grid2x2,
  Lightbulb,
  Route,
  StickyNote,
  UserRound,
} from 'lucide-react'
import type {
  TLAnyBindingUtilConstructor,
  TLAnyOverlayUtilConstructor,
  TLAnyShapeUtilConstructor,
  TLStateNodeConstructor,
} from 'tldraw'
import { domainKinds, type DomainType } from '@samenreis/model/records/recordKinds'
import type { ShapeDefinition } from './ShapeDefinition.ts'
import { ActorShapeUtil } from './actor/ActorShapeUtil.tsx'
import { ActorTool } from './actor/ActorTool.ts'
import { BelongsToBindingUtil } from './belongsTo/BelongsToBindingUtil.ts'
import { CardShapeUtil } from './card/CardShapeUtil.tsx'
import { cardKindDefinitions } from './cardKindDefinitions.ts'
import { CurveHandleOverlayUtil } from './curve/CurveHandleOverlayUtil.ts'
import { CurveShapeUtil } from './curve/CurveShapeUtil.tsx'
import { CurveTool } from './curve/CurveTool.ts'
import { NamedFrameTool } from './frame/NamedFrameTool.ts'
import { IdeaShapeUtil } from './idea/IdeaShapeUtil.tsx'
import { IdeaTool } from './idea/IdeaTool.ts'
import { JourneyShapeUtil } from './journey/JourneyShapeUtil.tsx'
import { JourneyTool } from './journey/JourneyTool.ts'
import { MatrixShapeUtil } from './matrix/MatrixShapeUtil.tsx'
import { MatrixTool } from './matrix/MatrixTool.ts'
import { PainPointShapeUtil } from './painPoint/PainPointShapeUtil.tsx'
import { PainPointTool } from './painPoint/PainPointTool.ts'
import { PersonaShapeUtil } from './persona/PersonaShapeUtil.tsx'
import { PersonaTool } from './persona/PersonaTool.ts'
import { PhaseShapeUtil } from './phase/PhaseShapeUtil.tsx'
import { PhaseTool } from './phase/PhaseTool.ts'
import { BoardSelectTool } from './tool/BoardSelectTool.ts'
import { TouchpointShapeUtil } from './touchpoint/TouchpointShapeUtil.tsx'
import { TouchpointTool } from './touchpoint/TouchpointTool.ts'

type Given<Type extends DomainType> = Pick<
  ShapeDefinition<Type>,
  'util' | 'tool' | 'icon' | 'kbd' | 'family' | 'textField'
>

function define<Type extends DomainType>(type: Type, given: Given<Type>): ShapeDefinition<Type> {
  return { type, toolId: given.tool.id, wordKey: `kinds:shape.${type}`, size: domainKinds[type].size, ...given }
}

/** The ten kinds of the domain on the canvas. Forgetting one does not compile. */
export const shapeDefinitions: { readonly [Type in DomainType]: ShapeDefinition<Type> } = {
  touchpoint: define('touchpoint', {
    util: TouchpointShapeUtil,
    tool: TouchpointTool,
    icon: Footprints,
    kbd: 's',
    family: 'touchpoint',
    textField: 'title',
  }),
  curve: define('curve', {
    util: CurveShapeUtil,
    tool: CurveTool,
    icon: Activity,
    kbd: 'c',
    family: 'journey',
    textField: 'label',
  }),
  'pain-point': define('pain-point', {
    util: PainPointShapeUtil,
    tool: PainPointTool,
    icon: CloudLightning,
    kbd: 'p',
    family: 'pain-point',
    textField: 'title',
  }),
  card: define('card', {
    util: CardShapeUtil,
    // Cards are made as one of their kinds; the plain tool makes what is said most.
    tool: cardKindDefinitions.quote.tool,
    icon: StickyNote,
    kbd: cardKindDefinitions.quote.kbd,
    family: 'quote',
    textField: 'text',
  }),
  idea: define('idea', {
    util: IdeaShapeUtil,
    tool: IdeaTool,
    icon: Lightbulb,
    kbd: 'i',
    family: 'idea',
    textField: 'title',
  }),
  persona: define('persona', {
    util: PersonaShapeUtil,
    tool: PersonaTool,
    icon: UserRound,
    kbd: 'm',
    family: 'persona',
    textField: 'name',
  }),
  actor: define('actor', {
    util: ActorShapeUtil,
    tool: ActorTool,
    icon: Building2,
    kbd: 'w',
    family: 'actor',
    textField: 'name',
  }),
  journey: define('journey', {
    util: JourneyShapeUtil,
    tool: JourneyTool,
    icon: Route,
    kbd: 'j',
    family: 'journey',
    textField: 'title',
  }),
  phase: define('phase', {
    util: PhaseShapeUtil,
    tool: PhaseTool,
    icon: Columns3,
    kbd: 'shift+p',
    family: 'journey',
    textField: 'title',
  }),
  matrix: define('matrix', {
    util: MatrixShapeUtil,
    tool: MatrixTool,
    icon: Grid2x2,
    kbd: 'shift+m',
    family: 'matrix',
    textField: 'title',
  }),
}

/** For tldraw's `shapeUtils`. */
export const customShapeUtils: readonly TLAnyShapeUtilConstructor[] = Object.values(shapeDefinitions).map(
  ({ util }) => util,
)

/**
 * For tldraw's `tools`: one for each kind, one for each kind of card, the frame, which is named when it is made, and the tool for
 * choosing and moving, which tidies what it drops.
 */
export const customTools: readonly TLStateNodeConstructor[] = [
  ...new Set([...Object.values(shapeDefinitions), ...Object.values(cardKindDefinitions)].map(({ tool }) => tool)),
  NamedFrameTool,
  BoardSelectTool,
]

/** For tldraw's `overlayUtils`: what is drawn over everything, such as the handles of what is chosen. */
export const customOverlayUtils: readonly TLAnyOverlayUtilConstructor[] = [CurveHandleOverlayUtil]

/** For tldraw's `bindingUtils`. */
export const customBindingUtils: readonly TLAnyBindingUtilConstructor[] = [BelongsToBindingUtil]
