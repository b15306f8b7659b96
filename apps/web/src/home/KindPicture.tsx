import type { ReactNode } from 'react'
import { MiniCard, MiniCurve, MiniPersona, MiniSheet } from './MiniBoard.tsx'
import type { SessionKind } from './SessionKind.ts'

const columns = [19, 53.4, 87.8, 122.2, 156.6] as const
const curve = 'M30 58c16 0 20-14 34-14s18 12 32 12 18-12 32-8 16 14 42 6'
const paperEdge = '#6b5f45'

function Steps({ y, at = [0, 1, 2, 3, 4] }: { readonly y: number; readonly at?: readonly number[] }) {
  return at.map((n) => <MiniCard key={n} x={columns[n] ?? 0} y={y} kind="step" />)
}

/** A miniature of what stands on the board: the same shapes and colours, so that the board looks as it was promised. */
const pictures: Readonly<Record<SessionKind, ReactNode>> = {
  persona_workshop: (
    <>
      <MiniPersona x={22} y={20} />
      <MiniPersona x={76} y={20} />
      <rect x="128" y="14" width="58" height="74" rx="5" fill="none" stroke="#8b8a85" strokeDasharray="4 3" />
      <MiniPersona x={133} y={20} />
    </>
  ),
  shadow_mapping: (
    <MiniSheet y={18} h={68} edge={paperEdge} dashed>
      <Steps y={26} />
      <path d="M16 52h168M16 69h168" stroke="#b9b4a6" strokeDasharray="3 3" />
    </MiniSheet>
  ),
  interview: (
    <MiniSheet y={12} h={80} edge="#d9480f">
      <Steps y={18} at={[0, 1, 3]} />
      <MiniCurve line={curve} />
      <MiniCard x={53.4} y={70} kind="quote" />
      <MiniCard x={122.2} y={70} kind="quote" />
    </MiniSheet>
  ),
  joint_session: (
    <>
      <MiniSheet y={8} h={28} edge={paperEdge} dashed>
        <Steps y={13} at={[0, 1, 2, 4]} />
      </MiniSheet>
      <MiniSheet y={42} h={54} edge="#6b3fa0">
        <Steps y={47} at={[0, 2, 3]} />
        <g transform="translate(0 22)">
          <MiniCurve line={curve} />
        </g>
        <MiniCard x={53.4} y={82} h={11} kind="pain" />
        <MiniCard x={122.2} y={82} h={11} kind="idea" />
      </MiniSheet>
    </>
  ),
  ideal_and_blueprint: (
    <MiniSheet y={12} h={80} edge="#1b7a48">
      <Steps y={18} />
      <path d="M16 42h168M16 59h168M16 76h168" stroke="#b9b4a6" strokeDasharray="3 3" />
      {[46, 63, 79].map((y, n) => (
        <rect key={y} x={columns[n + 1] ?? 0} y={y} width="24" height="9" rx="2" fill="#d5dae2" />
      ))}
    </MiniSheet>
  ),
  practice: (
    <>
      <MiniPersona x={14} y={26} w={40} h={40} />
      {[66, 108, 150].map((x) => (
        <MiniCard key={x} x={x} y={36} w={34} h={24} kind="step" />
      ))}
      <path
        d="M57 48h5M102 48h4M144 48h4"
        stroke="#5b2a86"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeDasharray="0.1 5"
      />
      <MiniCard x={112} y={70} w={28} h={14} kind="pain" />
    </>
  ),
  policy_test: (
    <>
      {[
        ['m0 5 4 4 7-9', '#1b7a48'],
        ['M0 4h10', '#8a6100'],
        ['m0 0 9 9M9 0 0 9', '#b3261e'],
      ].map(([mark, colour], n) => (
        <g key={colour} transform={`translate(${18 + n * 58} 0)`}>
          <MiniPersona x={0} y={12} h={38} />
          <MiniCard x={0} y={56} w={48} h={34} kind="rule" />
          <g transform="translate(30 72)">
            <path d={mark} fill="none" stroke={colour} strokeWidth="2.8" strokeLinecap="round" strokeLinejoin="round" />
          </g>
        </g>
      ))}
    </>
  ),
  blank: <rect x="14" y="14" width="172" height="76" rx="6" fill="#fff" stroke="#e8e4da" />,
  'demo-riet': (
    <>
      <MiniSheet y={8} h={26} edge={paperEdge} dashed>
        <Steps y={12} />
      </MiniSheet>
      <MiniSheet y={40} h={56} edge="#6b3fa0">
        <Steps y={44} />
        <g transform="translate(0 18)">
          <MiniCurve line={curve} />
        </g>
        <MiniCard x={53.4} y={80} h={12} kind="pain" />
        <MiniCard x={87.8} y={80} h={12} kind="idea" />
        <MiniCard x={156.6} y={80} h={12} kind="idea" />
      </MiniSheet>
    </>
  ),
  'demo-yonas': (
    <MiniSheet y={8} h={88} edge="#6b3fa0">
      <Steps y={14} />
      <MiniCurve line="M30 46c14 0 18 16 34 16s18-6 32-8 18 2 32-6 22-12 42-12" />
      <MiniCard x={19} y={74} h={16} kind="pain" />
      <MiniCard x={53.4} y={74} h={16} kind="pain" />
      <MiniCard x={122.2} y={74} h={16} kind="idea" />
    </MiniSheet>
  ),
  'demo-session': (
    <>
      <MiniSheet y={6} h={20} edge={paperEdge} dashed>
        {columns.map((x) => (
          <MiniCard key={x} x={x} y={11} h={10} kind="step" />
        ))}
      </MiniSheet>
      <MiniSheet y={31} h={30} edge="#d9480f">
        <g transform="translate(0 -5)">
          <MiniCurve line={curve} />
        </g>
      </MiniSheet>
      <MiniSheet y={66} h={32} edge="#d9480f">
        <g transform="translate(0 30)">
          <MiniCurve line="M30 46c14 0 18 16 34 16s18-18 32-18 18 14 32 12 22-8 42-8" />
        </g>
      </MiniSheet>
    </>
  ),
}

/** The miniature of a kind of session. */
export function KindPicture({ kind }: { readonly kind: SessionKind }) {
  return (
    <svg className="kind-picture" viewBox="0 0 200 104" aria-hidden="true">
      <rect width="200" height="104" fill="#f6f4ef" />
      {pictures[kind]}
    </svg>
  )
}
