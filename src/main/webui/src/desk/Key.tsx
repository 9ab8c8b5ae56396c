/** The hot key of a button, for the eye only: readers of the screen hear of keys in the help. */
export function Key({ name, shift = false }: { name: string; shift?: boolean }) {
  return (
    <kbd className="hot" aria-hidden="true" dir="ltr">
      Alt{shift ? ' ⇧ ' : ' '}
      {name}
    </kbd>
  );
}
