import { shade, type Figure } from './Figure.ts'

/** Hair behind the head and shoulders, around the middle of the head. */
export function HairBehind({ figure: { hair, hairColour, headwear } }: { readonly figure: Figure }) {
  if (headwear === 'scarf' || headwear === 'turban') return null
  switch (hair) {
    case 'long':
      return (
        <path
          d="M-19-4c-1-16 8-23 19-23s20 7 19 23c0 13 1 22 4 31-7 4-39 4-46 0 3-9 4-18 4-31z"
          fill={shade(hairColour)}
        />
      )
    case 'wavy':
      return (
        <path
          d="M-20-6c0-15 9-22 20-22s20 7 20 22c0 6 4 8 3 14-1 5 3 8 1 13-2 6-7 8-11 7h-26c-4 1-9-1-11-7-2-5 2-8 1-13-1-6 3-8 3-14z"
          fill={shade(hairColour)}
        />
      )
    case 'bob':
      return <path d="M-21 9c-3-25 8-36 21-36s24 11 21 36c-3 5-39 5-42 0z" fill={shade(hairColour)} />
    case 'bun':
      return <circle cy="-27" r="8" fill={shade(hairColour)} />
    case 'afro':
      return (
        <g fill={hairColour}>
          <circle cy="-10" r="25" />
          <circle cx="-17" cy="2" r="11" />
          <circle cx="17" cy="2" r="11" />
        </g>
      )
    case 'ponytail':
      return <path d="M12-20c14 0 17 12 15 24-1 8-5 14-9 16 2-9 0-16-5-20z" fill={shade(hairColour)} />
    case 'locs':
      return (
        <g fill={shade(hairColour)}>
          <path d="M-20-4c0-14 8-21.5 20-21.5s20 7.5 20 21.5v14h-40z" />
          {[-20, -15, -10, 10, 15, 20].map((x) => (
            <rect key={x} x={x - 3} y="-4" width="6" height={52 - Math.abs(x)} rx="3" />
          ))}
        </g>
      )
    case 'perm':
      return (
        <g fill={shade(hairColour, 12)}>
          <circle cx="-15" cy="-6" r="7" />
          <circle cx="15" cy="-6" r="7" />
        </g>
      )
    case 'short':
    case 'crop':
    case 'side':
    case 'bald':
    case 'fringe':
      return null
  }
}

/** Hair over the forehead. */
export function HairInFront({ figure: { hair, hairColour, headwear } }: { readonly figure: Figure }) {
  if (headwear === 'scarf' || headwear === 'turban') return null
  switch (hair) {
    case 'bald':
      return (
        <g fill={hairColour}>
          <path d="M-15.5-2c-4-2-4.5-9-1-12.5 1.6 3.5 2 8 1 12.5z" />
          <path d="M15.5-2c4-2 4.5-9 1-12.5-1.6 3.5-2 8-1 12.5z" />
        </g>
      )
    case 'crop':
      return (
        <path
          d="M-16-5c-.8-12 6-18.5 16-18.5s16.8 6.5 16 18.5c-1-4.5-2.5-7-5-8.5-6 1-16 1-22 0-2.5 1.5-4 4-5 8.5z"
          fill={hairColour}
        />
      )
    case 'short':
      return (
        <path
          d="M-16.5-3c-3.5-14 3-22.5 15-23 11-.5 20.5 6 18 23-1-4-2-7.5-4.5-10.5-8 2-18 1.5-24-.5-2 3-3.5 7-4.5 11z"
          fill={hairColour}
        />
      )
    case 'side':
      return (
        <path
          d="M-16.5-3c-3-14 2-20 8-21.5 4-3.5 15-3.5 20 1.5 6 3 7 12 5 20-1-4-2-6-4-8.5-9 .5-17-1.5-21-5-2 4-6 6-8 13.5z"
          fill={hairColour}
        />
      )
    case 'fringe':
    case 'bob':
      return (
        <path
          d="M-16.5 0c-2-16 5-25 16.5-25s18.5 9 16.5 25c-1.5-4-2.5-7-3.5-9.5-7 1.8-19 1.8-26 0-1 2.5-2 5.5-3.5 9.5z"
          fill={hairColour}
        />
      )
    case 'long':
    case 'wavy':
      return (
        <path d="M-17 4c-2-19 6-29 18-29s18 10 16 29c-2-9-6-15-13-19-4 5-12 8-17 9-2 3-3 6-4 10z" fill={hairColour} />
      )
    case 'bun':
    case 'ponytail':
      return (
        <path
          d="M-16.5-1c-2-15 5-24 16.5-24s18.5 9 16.5 24c-2-8-7-14-16.5-14.5-9.5.5-14.5 6.5-16.5 14.5z"
          fill={hairColour}
        />
      )
    case 'perm':
      return (
        <g fill={hairColour}>
          {[-14, -8, 0, 8, 14].map((x) => (
            <circle key={x} cx={x} cy={-16 - (14 - Math.abs(x)) * 0.45} r="7.2" />
          ))}
        </g>
      )
    case 'afro':
      return (
        <path
          d="M-16-2c-2-14 5-20 16-20s18 6 16 20c-2-6-5-9-8-10.5-5-1-11-1-16 0-3 1.5-6 4.5-8 10.5z"
          fill={shade(hairColour, 4)}
        />
      )
    case 'locs':
      return (
        <path
          d="M-19 8c-2.5-20 4-34 19-34s21.5 14 19 34c-1.5 2-4 2-5 0 1-9-1-17-6-20-5 2-11 2-16 0-5 3-7 11-6 20-1 2-3.5 2-5 0z"
          fill={hairColour}
        />
      )
  }
}
