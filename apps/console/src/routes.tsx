import type { RouteObject } from 'react-router';
import { ConsoleFrame } from './frame/console-frame.js';
import { HomeScene } from './scenes/home/home-scene.js';
import { NotFoundScene } from './scenes/not-found/not-found-scene.js';

/** Every address of the console and the scene it shows. */
export const routes: RouteObject[] = [
  {
    element: <ConsoleFrame />,
    children: [
      { index: true, element: <HomeScene /> },
      { path: '*', element: <NotFoundScene /> },
    ],
  },
];
