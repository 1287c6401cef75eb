import type { RouteObject } from 'react-router';
import { PortalFrame } from './frame/portal-frame.js';
import { HomeScene } from './scenes/home/home-scene.js';
import { NotFoundScene } from './scenes/not-found/not-found-scene.js';

/** Every address of the portal and the scene it shows. */
export const routes: RouteObject[] = [
  {
    element: <PortalFrame />,
    children: [
      { index: true, element: <HomeScene /> },
      { path: '*', element: <NotFoundScene /> },
    ],
  },
];
