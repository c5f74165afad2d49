export type AvatarSize = 'sm' | 'md' | 'lg';

/** 40, 60 and 108 px. */
const sizes: Record<AvatarSize, string> = {
  sm: 'size-10 rounded-md',
  md: 'size-15 rounded-lg',
  lg: 'size-19 rounded-xl sm:size-27 sm:rounded-2xl',
};

const palettes = [
  { ground: 'fill-cloth-green', first: 'fill-cloth-gold', second: 'fill-cloth-red' },
  { ground: 'fill-cloth-ochre', first: 'fill-cloth-green', second: 'fill-cloth-ink' },
  { ground: 'fill-cloth-red', first: 'fill-cloth-green', second: 'fill-cloth-gold' },
] as const;

/** The largest that a size gets, in CSS pixels: what the picture keeps free until it is there. */
const pixels: Record<AvatarSize, number> = { sm: 40, md: 60, lg: 108 };

/**
 * A portrait: the picture, or for someone who has none, initials on a pattern that is always the same
 * for the same seed. Decorative: the name stands beside it.
 */
export function Avatar({
  name,
  seed = name,
  size = 'md',
  src = null,
  isLazy = false,
}: {
  name: string;
  /** What the pattern follows, where the name may change. */
  seed?: string;
  size?: AvatarSize;
  /** Address of a square picture; null: none. */
  src?: string | null;
  /** In long lists: the picture is loaded when it comes near the screen. */
  isLazy?: boolean;
}) {
  if (src !== null) {
    return (
      <img
        src={src}
        alt=""
        width={pixels[size]}
        height={pixels[size]}
        loading={isLazy ? 'lazy' : undefined}
        decoding="async"
        className={`bg-sunken shrink-0 object-cover ${sizes[size]}`}
      />
    );
  }
  return <Initials name={name} seed={seed} size={size} />;
}

function Initials({ name, seed, size }: { name: string; seed: string; size: AvatarSize }) {
  const number = hash(seed);
  const palette = palettes[number % palettes.length] ?? palettes[0];
  const isMirrored = (number >>> 4) % 2 === 1;
  const [left, right] = isMirrored ? [0, 100] : [100, 0];
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className={`shrink-0 ${sizes[size]}`}>
      <rect width="100" height="100" className={palette.ground} />
      <circle cx={left} cy="0" r={25 + ((number >>> 8) % 9)} className={palette.first} />
      <circle cx={right} cy="100" r={24 + ((number >>> 12) % 13)} className={palette.second} />
      <text
        x="50"
        y="51"
        textAnchor="middle"
        dominantBaseline="central"
        className="fill-cloth-paper font-serif text-4xl font-semibold"
      >
        {initialsOf(name)}
      </text>
    </svg>
  );
}

/** The first letters of the first and the last word; empty where a name has no letters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = firstLetter(words[0]);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  return (first + last).toUpperCase();
}

/** A letter with its accents, which may be characters of their own. */
function firstLetter(word = ''): string {
  return /\p{L}\p{M}*/u.exec(word)?.[0] ?? '';
}

/** FNV-1a, 32 bits: any even spread would do. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text)
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
