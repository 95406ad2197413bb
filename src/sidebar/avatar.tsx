/** The picture of a member, or the initials. The only thing that this page loads from elsewhere. */
import { useState } from 'preact/hooks';

export interface AvatarProps {
  readonly name: string;
  readonly url: string | null;
  readonly little?: boolean;
}

/** Decoration: the name stands beside it. */
export function Avatar({ name, url, little = false }: AvatarProps) {
  const [failed, setFailed] = useState<string | null>(null);
  if (url !== null && url !== failed && isPicture(url)) {
    return (
      <img
        class={little ? 'avatar little' : 'avatar'}
        src={url}
        alt=""
        width={little ? 26 : 40}
        height={little ? 26 : 40}
        referrerPolicy="no-referrer"
        onError={() => {
          setFailed(url);
        }}
      />
    );
  }
  return (
    <span class={little ? 'avatar little' : 'avatar'} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/**
 * Google serves profile pictures from four hosts. Anybody can put a page or a file on others below googleusercontent.com, and
 * whoever owns an address that is loaded learns who looks.
 */
function isPicture(url: string): boolean {
  try {
    return /^https:\/\/lh[3-6]\.googleusercontent\.com$/.test(new URL(url).origin);
  } catch {
    return false;
  }
}

/** Two letters of a name in words, one of a name in Japanese; a dot where there is no letter. */
function initials(name: string): string {
  const [first = '', second = ''] = name.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const [letter = '·'] = first;
  const isLatin = /\p{Script=Latin}/u.test(letter);
  return isLatin ? (letter + (second[0] ?? '')).toUpperCase() : letter;
}
