import type { AvatarDrawing } from './AvatarDrawing.ts'

const line = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const

/** Things from the house, drawn in a field of 48 by 48: `deep` on `ground`, with `light` for what stands out. */
export const things = {
  teapot: {
    ground: '#a8d8c0',
    deep: '#12603f',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path d="M33.5 21c7-2 8.5 9.5-1.5 10.5" stroke={deep} strokeWidth="3" {...line} />
        <path d="M15 25c-3.5-.5-3.5-6-8-7 1.5 5.5 2.5 12 8.5 13z" fill={deep} />
        <path d="M13 24c0-4.5 5-7.5 11-7.5s11 3 11 7.5c0 6-2.5 12-6 12H19c-3.5 0-6-6-6-12z" fill={deep} />
        <path d="M16 20.5c2-5 14-5 16 0z" fill={light} />
        <circle cx="24" cy="14.5" r="2.2" fill={light} />
        <path d="M18 27.5c4 1.8 8 1.8 12 0" stroke={light} strokeWidth="1.9" {...line} />
      </>
    ),
  },
  bicycle: {
    ground: '#f4d06f',
    deep: '#1f3b57',
    light: '#fffdf5',
    draw: ({ deep, light }) => (
      <>
        <circle cx="13.5" cy="30" r="7" fill={light} stroke={deep} strokeWidth="2.6" />
        <circle cx="34.5" cy="30" r="7" fill={light} stroke={deep} strokeWidth="2.6" />
        <path
          d="M13.5 30 19 19.5h11L24 30zM19 19.5 24 30M34.5 30 29 15.5h4.5M16.5 16h5"
          stroke={deep}
          strokeWidth="2.4"
          {...line}
        />
        <circle cx="24" cy="30" r="2" fill={deep} />
      </>
    ),
  },
  umbrella: {
    ground: '#b5c7f0',
    deep: '#2f3f94',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path d="M24 24v11.5a3.5 3.5 0 0 0 7 0" stroke={light} strokeWidth="2.8" {...line} />
        <path
          d="M8 25C9 16 15.5 10.5 24 10.5S39 16 40 25c-2-2.5-6-2.5-8 0-2-2.5-6-2.5-8 0-2-2.5-6-2.5-8 0-2-2.5-6-2.5-8 0z"
          fill={deep}
        />
        <path d="M24 10.5c-5 3-7.5 8-8 14.5 2-2.5 6-2.5 8 0 2-2.5 6-2.5 8 0-.5-6.5-3-11.5-8-14.5z" fill={light} />
        <path d="M24 8v2.5" stroke={deep} strokeWidth="2.6" {...line} />
      </>
    ),
  },
  plant: {
    ground: '#f3c9a5',
    deep: '#2b6b3a',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path d="M24 29V17" stroke={deep} strokeWidth="2.6" {...line} />
        <path
          d="M24 20c-8 .5-12-4-12-10 7-.5 12 3 12 10zM24 17c-.5-6 3-10 10-10 1 6.5-3 10.5-10 10zM24 27c.5-5.5 4.5-8.5 11-7.5 0 5.5-4.5 8.5-11 7.5z"
          fill={deep}
        />
        <path d="M14 28.5h20l-2.2 11a2 2 0 0 1-2 1.5H18.2a2 2 0 0 1-2-1.5z" fill={light} />
        <path d="M15 33h18" stroke={deep} strokeWidth="1.8" {...line} />
      </>
    ),
  },
  lamp: {
    ground: '#9fb8c9',
    deep: '#26394a',
    light: '#ffe9a8',
    draw: ({ deep, light }) => (
      <>
        <path
          d="m17.5 10.5-7 15a1 1 0 0 0 1 1.5h25a1 1 0 0 0 1-1.5l-7-15a1.5 1.5 0 0 0-1.3-.9H18.8a1.5 1.5 0 0 0-1.3.9z"
          fill={light}
        />
        <path d="M24 27v10M16.5 38.5h15" stroke={deep} strokeWidth="3" {...line} />
        <path d="M31 27v4.5" stroke={deep} strokeWidth="1.8" {...line} />
        <circle cx="31" cy="33" r="1.7" fill={deep} />
        <path d="m18.5 23 2.5-8.5M24 23v-8.5M29.5 23 27 14.5" stroke={deep} strokeWidth="1.5" {...line} />
      </>
    ),
  },
  boat: {
    ground: '#9ccbe8',
    deep: '#a3341f',
    light: '#fffaf0',
    draw: ({ deep, light }) => (
      <>
        <path d="M22.5 8.5v20H11z" fill={light} />
        <path d="M25.5 12v16.5h10.5z" fill={light} />
        <path d="M7.5 30.5h33l-4 7.3a3 3 0 0 1-2.6 1.5H14.1a3 3 0 0 1-2.6-1.5z" fill={deep} />
        <circle cx="18" cy="34.8" r="1.5" fill={light} />
        <circle cx="24" cy="34.8" r="1.5" fill={light} />
        <circle cx="30" cy="34.8" r="1.5" fill={light} />
      </>
    ),
  },
  cake: {
    ground: '#d9c2ec',
    deep: '#8a2f4f',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path d="M10 25h28v12a2 2 0 0 1-2 2H12a2 2 0 0 1-2-2z" fill={deep} />
        <path
          d="M10 25a5 5 0 0 1 5-5h18a5 5 0 0 1 5 5v2c0 3.5-4.7 3.5-4.7 0 0 4-4.7 4-4.7 0 0 4-4.6 4-4.6 0 0 4-4.7 4-4.7 0 0 4-4.6 4-4.6 0 0 3.5-4.7 3.5-4.7 0z"
          fill={light}
        />
        <path d="M24 20v-5.5" stroke={deep} strokeWidth="3" {...line} />
        <path d="M24 13c-2.5-1.5-1.5-4 0-6 1.5 2 2.5 4.5 0 6z" fill={light} />
      </>
    ),
  },
  key: {
    ground: '#e3dcc9',
    deep: '#5a4a12',
    light: '#f2b632',
    draw: ({ deep, light }) => (
      <>
        <path d="m22 26 13.5-13.5M30.5 17.5l4.5 4.5M34.5 13.5l4 4" stroke={deep} strokeWidth="4.4" {...line} />
        <circle cx="16.5" cy="31.5" r="9" fill={deep} />
        <circle cx="16.5" cy="31.5" r="5.8" fill={light} />
        <circle cx="15" cy="33" r="2.2" fill={deep} />
      </>
    ),
  },
} satisfies Record<string, AvatarDrawing>
