/** Peaks over a line of water, as in the product's sign. */
export function Ridge() {
  return (
    <svg className="po-ridge" viewBox="0 0 1200 120" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path
        d="M0 120V86l120-34 90 26 140-62 110 54 96-30 130 44 150-70 124 60 110-26 130 40v32z"
        opacity=".35"
      />
      <path d="M0 120v-16l180-30 120 18 170-44 150 40 140-22 160 30 130-34 150 30v28z" opacity=".55" />
    </svg>
  );
}
