/** Two peaks over a line of water: the product's own sign where an agency has not set one. */
export function BrandMark() {
  return (
    <svg className="mu-brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--mark-ground, var(--primary))" />
      <path
        d="M6 21.5 12.2 9l4 7.2 3.3-5.4L26 21.5"
        fill="none"
        stroke="var(--mark-line, var(--on-primary))"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M6 26h20"
        stroke="var(--mark-line, var(--on-primary))"
        strokeWidth="2.6"
        strokeLinecap="round"
        opacity=".7"
      />
    </svg>
  );
}
