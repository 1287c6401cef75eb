import type { Page } from 'playwright-core';

const MOST_STOPS = 120;

/**
 * Walks the page with the Tab key from its beginning to its first primary button or link that can be used, else once
 * around. Gives the stops at which the focus could not be seen, and says when the primary action was not reached.
 */
export async function keyboardFindings(page: Page): Promise<readonly string[]> {
  const findings: string[] = [];
  const hasGoal = await page.evaluate(startOver);
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const { name, isGoal, isVisible, isEnd } = await page.evaluate(stopOf);
    if (isEnd) break;
    if (!isVisible) findings.push(`The focus cannot be seen on ${name}`);
    if (isGoal) return findings;
  }
  if (hasGoal) findings.push('The primary action was not reached with the Tab key');
  return findings;
}

/** Marks the goal, and puts the focus before everything else where no form or dialog holds it. Runs in the page. */
function startOver(): boolean {
  const within = document.querySelector('[role=dialog], [role=alertdialog], aside:has(form)') ?? document;
  const goal = [...within.querySelectorAll('[data-variant=primary]')].find(
    (element) => element.checkVisibility() && !element.matches(':disabled, [aria-disabled=true]'),
  );
  goal?.setAttribute('data-goal', '');
  if (!within.contains(document.activeElement) || within === document) {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  }
  return goal !== undefined;
}

/** Where the focus is. Runs in the page. */
function stopOf() {
  const element = document.activeElement;
  if (element === null || element === document.body || element.hasAttribute('data-seen')) {
    return { name: '', isGoal: false, isVisible: true, isEnd: true };
  }
  element.setAttribute('data-seen', '');
  const around = ['label', 'li', 'td', 'tr', 'form'].map((name) => element.closest(name));
  const near = [element, element.nextElementSibling, element.parentElement, ...around];
  const isMarked = (each: Element | null) => {
    if (each === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
  };
  return {
    name: element.outerHTML.slice(0, 120),
    isGoal: element.hasAttribute('data-goal'),
    // What has the focus within a frame shows it there.
    isVisible: element.localName === 'iframe' || near.some(isMarked),
    isEnd: false,
  };
}
