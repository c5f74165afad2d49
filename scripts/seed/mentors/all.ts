import type { DemoMentor } from '../mentor-shape';
import { eastAfrica } from './east-africa';
import { europe } from './europe';
import { northAfrica } from './north-africa';
import { sahelAndCongo } from './sahel-and-congo';
import { southernAfrica } from './southern-africa';
import { westAfrica } from './west-africa';

export const demoMentors: DemoMentor[] = [
  ...westAfrica,
  ...sahelAndCongo,
  ...northAfrica,
  ...eastAfrica,
  ...southernAfrica,
  ...europe,
];
