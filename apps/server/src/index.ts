export { type ComposeOptions, type Composition, compose } from './compose.js';
export { type Config, ConfigError, type DemoSize, environment, readConfig } from './config.js';
export { demo } from './demo-agency.js';
export { listenOnFreePort } from './listen.js';
export { type Instance, type InstanceOptions, openInStore, openInstance } from './open-instance.js';
export type { DemoPeople, DemoPerson } from './pages/demo-people.js';
export { resetPassword } from './sign-in/reset-password.js';
export { type CreateSolutions, solutionsFor } from './solutions.js';
