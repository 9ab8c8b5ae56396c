/** A picture of peaks: one upright line for each slice, around the middle of a band of this height. Slices are one unit wide. */
export function wavePath(peaks: readonly number[], top: number, height: number): string {
  const middle = top + height / 2;
  return peaks
    .map((peak, slice) => {
      const reach = Math.max(0.5, (Math.min(100, peak) / 100) * (height / 2 - 1));
      return `M${slice + 0.5} ${round(middle - reach)}V${round(middle + reach)}`;
    })
    .join('');
}

const round = (value: number) => Math.round(value * 10) / 10;
