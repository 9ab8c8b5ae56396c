import { useEffect, useState } from 'react';
import { fieldsOf, messageOf, request } from '../../http';
import { t } from '../../text/language';
import type { Flow } from '../flow/model';
import { planOf, type Scene, type Walk } from './plan';

export interface TryingOut {
  scene: Scene | undefined;
  setScene: (scene: Scene | undefined) => void;
  /** What the engine made of it; of the plan before while another is on its way. */
  walk: Walk | undefined;
  failure: string;
}

/** A call that is thought of, played through the flow as it stands; the whole plan is sent whenever something in it changes. */
export function useTryOut(id: number, flow: Flow): TryingOut {
  const [scene, setScene] = useState<Scene>();
  const [walk, setWalk] = useState<Walk>();
  const [failure, setFailure] = useState('');
  const plan = scene === undefined ? '' : JSON.stringify(planOf(scene, flow));
  useEffect(() => {
    let current = true;
    if (plan === '') {
      setWalk(undefined);
      setFailure('');
      return undefined;
    }
    request<Walk>('POST', `/api/ivr-flows/${id}/try-out`, JSON.parse(plan))
      .then((answer) => {
        if (current) {
          setWalk(answer);
          setFailure('');
        }
      })
      .catch((error: unknown) => {
        if (current) {
          const isFlow = Object.keys(fieldsOf(error)).some((place) => place.startsWith('flow.'));
          setFailure(isFlow ? t().ivr.tryOut.unreadable : messageOf(error));
        }
      });
    return () => {
      current = false;
    };
  }, [id, plan]);
  return { scene, setScene, walk, failure };
}
