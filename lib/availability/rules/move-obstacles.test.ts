import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { anySchedule } from '@/testing/any-schedule';
import { examples } from '@/testing/examples';
import { isBusy, withoutSession } from '@/lib/slots/rules/free-slots';
import { obstaclesToMove } from './move-obstacles';

it('names something exactly where the move would be refused', () => {
  const answers = { refused: 0, free: 0 };
  const near = fc.integer({ min: -12, max: 12 });
  fc.assert(
    fc.property(anySchedule, fc.nat(), near, ({ schedule, now }, index, quarters) => {
      const [session, ...others] = schedule.sessions;
      const neighbours = [...others, ...schedule.busy];
      const neighbour = neighbours[index % Math.max(1, neighbours.length)];
      if (!session || !neighbour) return;
      const start = neighbour.start + quarters * 15 * 60_000;
      const { bufferBeforeMinutes, bufferAfterMinutes } = session;
      const end = start + session.end - session.start;
      const span = { start, end, bufferBeforeMinutes, bufferAfterMinutes };
      const obstacles = obstaclesToMove(schedule, { sessionId: session.id, start, now });
      const isRefused = isBusy(withoutSession(schedule, session.id), span);
      answers[isRefused ? 'refused' : 'free'] += 1;
      expect(obstacles.length > 0).toBe(isRefused);
    }),
    { numRuns: examples(300) },
  );
  expect(answers.refused).toBeGreaterThan(50);
  expect(answers.free).toBeGreaterThan(50);
});
