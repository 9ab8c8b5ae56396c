import { useEffect, useRef, useState, type RefObject, type UIEvent } from 'react';

/** Rows drawn beyond the visible ones, so that scrolling shows no gap. */
const MARGIN_ROWS = 6;

export interface Window {
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: (event: UIEvent<HTMLDivElement>) => void;
  /** The first row to draw, and the one after the last. */
  first: number;
  end: number;
}

/** Which of very many rows are in sight, so that only those are in the page. */
export function useWindow(rows: number, rowHeight: number): Window {
  const [scrolled, setScrolled] = useState(0);
  const [height, setHeight] = useState(600);
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) {
      return;
    }
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return {
    scroller,
    onScroll: (event) => setScrolled(event.currentTarget.scrollTop),
    first: Math.max(0, Math.floor(scrolled / rowHeight) - MARGIN_ROWS),
    end: Math.min(rows, Math.ceil((scrolled + height) / rowHeight) + MARGIN_ROWS),
  };
}
