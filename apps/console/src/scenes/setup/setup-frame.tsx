import { ArrowLeftIcon, Link, Skeleton } from '@muster/ui';
import { Suspense } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useCan } from '../../data/session.js';
import { Gate } from '../../frame/gate.js';
import { useSetupText } from '../../messages/setup/use-setup-text.js';
import { setupGroups, setupPageAt, setupPagesFor } from './setup-pages.js';
import './setup-frame.css';

/** The frame around the pages of Setup: their navigation beside them, and the gate of each. */
export function SetupFrame() {
  const t = useSetupText();
  const { pathname } = useLocation();
  const page = setupPageAt(pathname);
  const content = (
    <Suspense fallback={<Skeleton shape="page" />}>
      <Outlet />
    </Suspense>
  );
  if (page === undefined) return content;
  return (
    <div className="setup">
      <SetupNav />
      <div className="setup-page">
        {pathname === page.href && (
          <p className="setup-up">
            <Link href="/setup" icon={ArrowLeftIcon}>
              {t('title')}
            </Link>
          </p>
        )}
        <Gate needs={page.needs} page={t(`page.${page.key}`)}>
          {content}
        </Gate>
      </div>
    </div>
  );
}

function SetupNav() {
  const t = useSetupText();
  const pages = setupPagesFor(useCan());
  return (
    <nav className="setup-nav" aria-label={t('nav')}>
      <NavLink to="/setup" className="setup-nav-home" end>
        {t('title')}
      </NavLink>
      {setupGroups.map((group) => {
        const own = pages.filter((page) => page.group === group);
        return (
          own.length > 0 && (
            <div key={group}>
              <p className="setup-nav-title">{t(`group.${group}`)}</p>
              <ul className="setup-nav-list">
                {own.map(({ key, href }) => (
                  <li key={key}>
                    <NavLink to={href} className="setup-nav-link">
                      {t(`page.${key}`)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </nav>
  );
}
