import { FirstSteps } from '@/components/mentor-workspace/first-steps';
import { loadFirstSteps } from '@/lib/mentors/loaders/own-profile';

/** What is still between the viewer and their first booking; nothing once their page is public. */
export async function OwnFirstSteps() {
  const steps = await loadFirstSteps();
  return steps && <FirstSteps steps={steps} />;
}
