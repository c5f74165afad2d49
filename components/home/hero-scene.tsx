/**
 * A road that leads to a baobab, two people talking in its shade. Decorative, drawn in the
 * theme's colours, so that it needs no request and turns to dusk in the dark.
 */
export function HeroScene() {
  return (
    <svg viewBox="0 0 520 480" aria-hidden="true" className="w-full rounded-2xl">
      <rect width="520" height="480" className="fill-gold-soft" />
      <circle cx="372" cy="176" r="128" className="fill-gold opacity-15" />
      <circle cx="372" cy="176" r="96" className="fill-gold opacity-25" />
      <circle cx="372" cy="176" r="64" className="fill-gold" />
      <path
        d="M0 322C70 270 128 276 190 300s128 10 190-14 104-10 140 6v188H0Z"
        className="fill-green-soft"
      />
      <path d="M0 366c84-40 168-34 250-16s186 14 270-24v154H0Z" className="fill-cloth-green" />
      <path
        d="M214 362c54 14 122 20 104 42s-170 20-196 76h210c-24-44 84-52 92-88 6-28-104-34-140-46Z"
        className="fill-cloth-gold"
      />
      <path
        d="M270 366c44 12 108 20 92 42-14 20-106 30-128 72"
        className="stroke-cloth-paper fill-none opacity-70"
        strokeWidth="3"
        strokeDasharray="10 12"
        strokeLinecap="round"
      />
      <Tree />
      <Person x={126} y={330} className="fill-cloth-brick" />
      <Person x={162} y={334} className="fill-cloth-gold" />
    </svg>
  );
}

function Tree() {
  return (
    <g>
      <g className="stroke-green-strong fill-none" strokeLinecap="round">
        <path d="M206 232c-14-22-36-30-74-34" strokeWidth="17" />
        <path d="M222 226c-8-30-22-48-46-62" strokeWidth="16" />
        <path d="M248 226c-2-36 0-62 8-86" strokeWidth="18" />
        <path d="M276 230c14-28 32-48 58-58" strokeWidth="16" />
        <path d="M286 238c22-20 52-26 88-26" strokeWidth="15" />
      </g>
      <path
        d="M168 372c24-18 32-58 31-96-1-20-4-34-10-48l32-16c10 10 16 12 24 10 10 2 20 2 28-4l30 16c-8 16-11 32-11 50 0 40 10 72 34 92-22 8-34-2-46-4-14-2-18 8-32 8s-18-10-32-8-26 8-48 0Z"
        className="fill-green-strong"
      />
      <g className="fill-green">
        <ellipse cx="118" cy="192" rx="52" ry="21" />
        <ellipse cx="166" cy="154" rx="54" ry="24" />
        <ellipse cx="258" cy="124" rx="68" ry="28" />
        <ellipse cx="342" cy="160" rx="54" ry="23" />
        <ellipse cx="388" cy="206" rx="48" ry="19" />
      </g>
      <g className="fill-green-strong opacity-40">
        <ellipse cx="136" cy="200" rx="30" ry="10" />
        <ellipse cx="184" cy="164" rx="30" ry="11" />
        <ellipse cx="276" cy="134" rx="38" ry="13" />
        <ellipse cx="356" cy="169" rx="28" ry="10" />
      </g>
      <g className="fill-cloth-gold">
        <circle cx="96" cy="218" r="6" />
        <circle cx="150" cy="184" r="5" />
        <circle cx="222" cy="156" r="6" />
        <circle cx="316" cy="188" r="5" />
        <circle cx="404" cy="229" r="6" />
      </g>
    </g>
  );
}

function Person({ x, y, className }: { x: number; y: number; className: string }) {
  return (
    <g className={className} transform={`translate(${x} ${y})`}>
      <circle cy="-9" r="9" />
      <path d="M-13 40c0-28 2-36 13-36s13 8 13 36Z" />
    </g>
  );
}
