import { seedArticles } from '@muster/community';
import type { Log } from '@muster/kernel';
import type { Records, Solution } from '@muster/records';
import { NAMED_OPEN_CHECKS, tellNamedApplications } from './chapters/named-applications.js';
import { tellOfficerApplications } from './chapters/officer-applications.js';
import { isStoryTold, tellPeople } from './chapters/people.js';
import { tellSupportCases } from './chapters/support-cases.js';
import { tellVacancies } from './chapters/vacancies.js';
import { funnel } from './funnel.js';
import { seeded } from './seeded.js';
import { storyContext } from './story-context.js';

export interface DemoOptions {
  readonly records: Records;
  readonly solutions: readonly Solution[];
  /** Applications of the year; the story's own 12,000 for `small`. */
  readonly size: 'small' | number;
  /** Milliseconds: dates of the story are counted from here. */
  readonly now: number;
  readonly log: Log;
}

/** Loads the demo agency, one chapter after the other; does nothing where it has been loaded. */
export async function loadDemo({ records, solutions, size, now, log }: DemoOptions): Promise<boolean> {
  const applications = size === 'small' ? funnel.applications : size;
  const story = storyContext({ records, solutions, random: seeded(27), now, applications });
  if (await isStoryTold(story)) return false;
  const started = performance.now();
  await tellPeople(story);
  const vacancies = await tellVacancies(story);
  await tellOfficerApplications(story, vacancies.officer, NAMED_OPEN_CHECKS);
  await tellNamedApplications(story, vacancies);
  await seedArticles(story.system);
  await tellSupportCases(story);
  log.info({ applications, milliseconds: Math.round(performance.now() - started) }, 'Loaded the demo agency');
  return true;
}
