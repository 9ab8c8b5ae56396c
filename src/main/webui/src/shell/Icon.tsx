/** Drawn here, 20 by 20, so that no font and no library is needed. */
const PATHS = {
  headset: 'M3 12v-2a7 7 0 0 1 14 0v2M3 12h3v4H4a1 1 0 0 1-1-1zm14 0h-3v4h2a1 1 0 0 0 1-1zm-1 4c0 1.5-2 2-4 2',
  pulse: 'M2 11h4l2-6 4 11 2-5h4',
  bell: 'M5 8a5 5 0 0 1 10 0c0 5 2 6 2 6H3s2-1 2-6m3.500 9a1.800 1.800 0 0 0 3 0',
  megaphone: 'M3 8v4h3l8 4V4L6 8zm4 4.500 1 4.500h2l-1-4',
  list: 'M7 5h10M7 10h10M7 15h10M3 5h.01M3 10h.01M3 15h.01',
  person: 'M10 10a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7m-6.500 7c.5-3.500 3-5 6.500-5s6 1.500 6.500 5',
  people: 'M7.500 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6M2 16c.4-3 2.500-4.500 5.500-4.500s5.100 1.500 5.500 4.500m-.500-12.800a3 3 0 0 1 0 5.600M15 12c1.700.600 2.800 1.900 3 4',
  check: 'M3 4h8M3 9h6M3 14h5m3 0 2.500 2.500L18 10',
  flask: 'M8 3v5L3.500 15.500A1.500 1.500 0 0 0 5 17.500h10a1.500 1.500 0 0 0 1.500-2L12 8V3M7 3h6M6 12.500h8',
  shield: 'M10 2.500 16 5v5c0 4-3 6.500-6 7.500-3-1-6-3.500-6-7.500V5z',
  ban: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M5 5l10 10',
  book: 'M4 4a2 2 0 0 1 2-1h10v12H6a2 2 0 0 0-2 1.500A2 2 0 0 0 6 18h10M4 4v12.500M8 7h5',
  key: 'M12.500 11a4 4 0 1 0-3.700-2.500L3 14.300V17h3v-2h2v-2l1.600-1.600c.8.400 1.800.600 2.900-.4',
  missed: 'M3 5l7 6 7-6m0 0h-4m4 0v4M4 16h12',
  voicemail: 'M5.500 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6m9 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6m-9 0h9',
  wave: 'M3 9v2m3.500-5v8M10 3v14m3.500-11v8M17 9v2',
  speech: 'M3 4h14v9H9l-4 4v-4H3zM6.500 7.500h7M6.500 10h4',
  branches: 'M8 3h4v4H8zM3 13h4v4H3zm10 0h4v4h-4zM10 7v3m-5 3v-3h10v3',
  collapse: 'M12 5l-5 5 5 5',
  expand: 'M8 5l5 5-5 5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
