import { expect, test } from 'vitest';
import { wavFile } from './wav';

test('a WAV file of 16 bits, 8 kHz and one channel', async () => {
  const bytes = new DataView(await wavFile(Float32Array.of(0, 1, -1, 2)).arrayBuffer());
  const text = (at: number, length: number) => String.fromCharCode(...new Uint8Array(bytes.buffer, at, length));
  expect(bytes.byteLength).toBe(52);
  expect([text(0, 4), text(8, 8), text(36, 4)]).toEqual(['RIFF', 'WAVEfmt ', 'data']);
  expect(bytes.getUint32(4, true)).toBe(44);
  expect(bytes.getUint32(24, true)).toBe(8000);
  expect(bytes.getUint32(40, true)).toBe(8);
  // What is louder than possible is as loud as possible.
  expect([44, 46, 48, 50].map((at) => bytes.getInt16(at, true))).toEqual([0, 32_767, -32_767, 32_767]);
});
