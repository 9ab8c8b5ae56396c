/** A short tone of two notes: somebody is on the line. */
export function ring(): void {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.gain.value = 0.12;
  volume.connect(context.destination);
  [880, 1175].forEach((hertz, index) => {
    const tone = context.createOscillator();
    tone.frequency.value = hertz;
    tone.connect(volume);
    tone.start(context.currentTime + index * 0.12);
    tone.stop(context.currentTime + index * 0.12 + 0.11);
  });
  window.setTimeout(() => void context.close(), 600);
}
