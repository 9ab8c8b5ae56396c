import { useEffect, useState } from 'react';
import { millis, percent } from '../../text/format';
import { fill, t } from '../../text/language';

interface Sound {
  received: number;
  sent: number;
  lost: number;
  jitterMillis: number;
  /** Energy of what was heard since the line stands. */
  heard: number;
}

async function measure(connection: RTCPeerConnection): Promise<Sound> {
  const sound: Sound = { received: 0, sent: 0, lost: 0, jitterMillis: 0, heard: 0 };
  (await connection.getStats()).forEach((report: Record<string, number | string>) => {
    if (report['type'] === 'inbound-rtp') {
      sound.received += Number(report['packetsReceived']);
      sound.lost += Number(report['packetsLost']);
      sound.jitterMillis = Number(report['jitter']) * 1000;
      sound.heard += Number(report['totalAudioEnergy'] ?? 0);
    } else if (report['type'] === 'outbound-rtp') {
      sound.sent += Number(report['packetsSent']);
    }
  });
  return sound;
}

/** How good the line between this browser and the node is. */
export function Line({ connection }: { connection: RTCPeerConnection | undefined }) {
  const [sound, setSound] = useState<Sound>();
  useEffect(() => {
    if (connection === undefined) {
      return;
    }
    const timer = window.setInterval(() => void measure(connection).then(setSound), 1_000);
    return () => clearInterval(timer);
  }, [connection]);
  if (connection === undefined || sound === undefined) {
    return null;
  }
  const share = sound.received === 0 ? 0 : sound.lost / (sound.received + sound.lost);
  const values = { lost: percent(share), jitter: millis(sound.jitterMillis) };
  return (
    <span className="line dimmed" data-received={sound.received} data-sent={sound.sent} data-heard={sound.heard}>
      {fill(sound.received === 0 ? t().desk.phone.silent : t().desk.phone.line, values)}
    </span>
  );
}
