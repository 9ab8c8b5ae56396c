/** What telephones carry. */
export const RATE = 8000;

const HEADER_BYTES = 44;

/** A WAV file of 16 bits, 8 kHz and one channel. @param samples between -1 and 1 */
export function wavFile(samples: Float32Array): Blob {
  const bytes = new DataView(new ArrayBuffer(HEADER_BYTES + 2 * samples.length));
  const text = (at: number, letters: string) => [...letters].forEach((letter, i) => bytes.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  bytes.setUint32(4, HEADER_BYTES - 8 + 2 * samples.length, true);
  text(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, RATE, true);
  bytes.setUint32(28, 2 * RATE, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, 'data');
  bytes.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, i) => bytes.setInt16(HEADER_BYTES + 2 * i, Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), true));
  return new Blob([bytes.buffer], { type: 'audio/wav' });
}

/** Any sound that the browser understands as a telephone's. Throws when it understands none. */
export async function toTelephone(sound: Blob): Promise<Blob> {
  const context = new OfflineAudioContext(1, 1, RATE);
  const decoded = await context.decodeAudioData(await sound.arrayBuffer());
  const telephone = new OfflineAudioContext(1, Math.max(1, Math.ceil(decoded.duration * RATE)), RATE);
  const source = telephone.createBufferSource();
  source.buffer = decoded;
  source.connect(telephone.destination);
  source.start();
  return wavFile((await telephone.startRendering()).getChannelData(0));
}
