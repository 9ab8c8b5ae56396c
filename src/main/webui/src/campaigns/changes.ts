/** Settings at some time, as the engine keeps them. */
export interface Change {
  changedAt: string;
  changedBy: string;
  settings: Record<string, unknown>;
}

/** One setting that somebody changed. */
export interface Difference {
  key: string;
  from: unknown;
  to: unknown;
}

export interface Step extends Omit<Change, 'settings'> {
  /** Undefined for the first settings, with which the campaign was made. */
  differences: Difference[] | undefined;
}

/** The history as what each change changed, the latest first. */
export function steps(history: readonly Change[]): Step[] {
  return history.map((change, index) => {
    const before = history[index + 1]?.settings;
    return {
      changedAt: change.changedAt,
      changedBy: change.changedBy,
      differences: before === undefined ? undefined : differences(before, change.settings),
    };
  });
}

function differences(before: Record<string, unknown>, after: Record<string, unknown>): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => key !== 'version');
  return keys
    .filter((key) => sorted(before[key]) !== sorted(after[key]))
    .map((key) => ({ key, from: before[key] ?? null, to: after[key] ?? null }));
}

/** JSON with the keys in order, so that equal values have equal texts. */
function sorted(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)))
      : inner,
  );
}
