import type { AvatarDrawing } from './AvatarDrawing.ts'

const line = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const

/** Animals, drawn in a field of 48 by 48: `deep` on `ground`, with `light` for what stands out. */
export const animals = {
  cat: {
    ground: '#f6c177',
    deep: '#6b3a12',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path
          d="M11 12.5c0-1.6 1.8-2.4 3-1.3l5.2 4.6h9.6l5.2-4.6c1.2-1.1 3-.3 3 1.3V27a13 13 0 0 1-26 0z"
          fill={deep}
        />
        <circle cx="18.5" cy="25" r="3" fill={light} />
        <circle cx="29.5" cy="25" r="3" fill={light} />
        <circle cx="18.9" cy="25.2" r="1.4" fill={deep} />
        <circle cx="29.1" cy="25.2" r="1.4" fill={deep} />
        <path d="M22 30.3h4l-2 2.2z" fill={light} />
        <path d="M24 32.5c0 2-3.4 2.6-4.4.9M24 32.5c0 2 3.4 2.6 4.4.9" stroke={light} strokeWidth="1.4" {...line} />
      </>
    ),
  },
  dog: {
    ground: '#a9cdea',
    deep: '#5a3b22',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path d="M14 22a10 10 0 0 1 20 0v8a10 10 0 0 1-20 0z" fill={light} />
        <path
          d="M15.5 14c-5.5-.6-8 4-7.6 10.5.2 3.4 1.3 6.5 3.6 6.5 3.6 0 5.5-10 6-15zM32.5 14c5.5-.6 8 4 7.6 10.5-.2 3.4-1.3 6.5-3.6 6.5-3.6 0-5.5-10-6-15z"
          fill={deep}
        />
        <circle cx="19.8" cy="23.5" r="1.7" fill={deep} />
        <circle cx="28.2" cy="23.5" r="1.7" fill={deep} />
        <path d="M20.8 28.5c0-1.5 6.4-1.5 6.4 0 0 1.9-2 3.3-3.2 3.3s-3.2-1.4-3.2-3.3z" fill={deep} />
        <path d="M24 31.5v2c0 1.8-3 2.3-4 .8M24 33.5c0 1.8 3 2.3 4 .8" stroke={deep} strokeWidth="1.5" {...line} />
      </>
    ),
  },
  hen: {
    ground: '#f3b4a4',
    deep: '#a32d1d',
    light: '#fffaf0',
    draw: ({ deep, light }) => (
      <>
        <path
          d="M12 12.5c3.5-1 6.5 1.8 7.5 6 1.5 4 7 3.5 9.5 0 1.5-2.2 4-4.5 8-4.5-1 5 1 9-1.5 14.5-2.2 4.7-6.6 7-11.5 7-7.5 0-12-5-12-11.5z"
          fill={light}
        />
        <path d="M11.5 13.5c-1-1.5-.8-3.5.8-4 .6-1.7 3-1.8 3.7-.3 1.7-.4 3 1.3 2.3 2.8l-1.8 2.5z" fill={deep} />
        <path d="m12.2 16.5-4.7 2.6 4.7 1.7z" fill={deep} />
        <circle cx="15.4" cy="16.8" r="1.5" fill={deep} />
        <path d="M21 26c2 3.5 7.5 3.5 10-.5" stroke={deep} strokeWidth="1.8" {...line} />
        <path d="M21 35.5v4.5h-2.5M27 35.5v4.5h-2.5" stroke={deep} strokeWidth="1.8" {...line} />
      </>
    ),
  },
  fish: {
    ground: '#8fd3d6',
    deep: '#0b5563',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path
          d="M8 24c4-8 11-11 17-10.5 4.5.4 8 3.5 10.5 6.5l5-4.5c.8-.7 1.7-.2 1.5.8l-1.5 7.7 1.5 7.7c.2 1-.7 1.5-1.5.8l-5-4.5c-2.5 3-6 6.1-10.5 6.5-6 .5-13-2.5-17-10.5z"
          fill={deep}
        />
        <circle cx="16" cy="21.5" r="2.8" fill={light} />
        <circle cx="15.7" cy="21.7" r="1.3" fill={deep} />
        <path d="M22 17.5c3 4 3 9 0 13M27.5 19.5c1.8 3 1.8 6 0 9" stroke={light} strokeWidth="1.8" {...line} />
      </>
    ),
  },
  snail: {
    ground: '#c9dd9c',
    deep: '#4e3a6d',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path
          d="M6.5 36.5h31.5c2 0 3.5-1.5 3-4-.5-3-1-6-1-9.5 0-2.5-4.5-2.5-4.5 0 0 4-2 6.5-5 6.5H14c-4 0-6.5 3-7.5 7z"
          fill={light}
        />
        <path d="m36.3 22-2.3-6M39.5 21.8l1.5-6.3" stroke={light} strokeWidth="1.8" {...line} />
        <circle cx="33.8" cy="15.2" r="1.5" fill={deep} />
        <circle cx="41.2" cy="14.8" r="1.5" fill={deep} />
        <circle cx="20" cy="22.5" r="11" fill={deep} />
        <path
          d="M20 22.5c0-2.5 3.5-2 3.5.5 0 3.5-6.5 4-7-.5-.4-5.5 8.5-7 10.5-.5"
          stroke={light}
          strokeWidth="1.9"
          {...line}
        />
      </>
    ),
  },
  owl: {
    ground: '#c5b4e3',
    deep: '#4a2f73',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path
          d="M12 11.5c0-1.5 1.5-2.3 2.8-1.5 2.2 1.5 5.2 2.5 9.2 2.5s7-1 9.2-2.5c1.3-.8 2.8 0 2.8 1.5V27a12 12 0 0 1-24 0z"
          fill={deep}
        />
        <circle cx="18.6" cy="21" r="5" fill={light} />
        <circle cx="29.4" cy="21" r="5" fill={light} />
        <circle cx="19.2" cy="21" r="2" fill={deep} />
        <circle cx="28.8" cy="21" r="2" fill={deep} />
        <path d="m22 25.5 2 3.8 2-3.8z" fill={light} />
        <path
          d="M18 32.5c1 1.4 2.2 1.4 3 0 1 1.4 5 1.4 6 0 .8 1.4 2 1.4 3 0"
          stroke={light}
          strokeWidth="1.5"
          {...line}
        />
      </>
    ),
  },
  hedgehog: {
    ground: '#e8cf9b',
    deep: '#5b4023',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path
          d="m30 34.5-24-1 2.5-3-3-2.5 3.7-1.8-2-3.6 4.2-.3-.6-4.2 4 1.3 1-4.3 3.5 2.5 2.6-3.6 2.4 3.5 3.6-2.5 1.2 4.5 3 1.5z"
          fill={deep}
        />
        <path d="M27 21.5c5 0 8 3.5 9.5 6.5 1 1.9 4 2.5 5.5 4 .8.9.2 2.5-1.5 2.5H16c0-7 4-13 11-13z" fill={light} />
        <circle cx="31.5" cy="27.5" r="1.6" fill={deep} />
        <circle cx="41.3" cy="32.3" r="1.7" fill={deep} />
        <path d="M18 35.5v2M33 35.5v2" stroke={deep} strokeWidth="3" {...line} />
      </>
    ),
  },
  butterfly: {
    ground: '#f2b8d0',
    deep: '#8a1f5c',
    light: '#fff7e8',
    draw: ({ deep, light }) => (
      <>
        <path
          d="M23 23c-2-7-8.5-12-13-10.5-4 1.5-2 10.5 2 13-3.5 1-4.5 4.5-2.5 8 2.5 4 10.5 2 13.5-6zM25 23c2-7 8.5-12 13-10.5 4 1.5 2 10.5-2 13 3.5 1 4.5 4.5 2.5 8-2.5 4-10.5 2-13.5-6z"
          fill={deep}
        />
        <circle cx="15" cy="19.5" r="2.6" fill={light} />
        <circle cx="33" cy="19.5" r="2.6" fill={light} />
        <circle cx="15.5" cy="30" r="1.9" fill={light} />
        <circle cx="32.5" cy="30" r="1.9" fill={light} />
        <path d="M24 17.5v18" stroke={light} strokeWidth="3" {...line} />
        <path d="M24 17c-.5-3.5-2-5.5-4-6.5M24 17c.5-3.5 2-5.5 4-6.5" stroke={deep} strokeWidth="1.6" {...line} />
      </>
    ),
  },
} satisfies Record<string, AvatarDrawing>
