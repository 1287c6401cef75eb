import { expect, test } from 'vitest';
import { linearRgb } from './contrast.js';
import { colorOf } from './read-tokens.js';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** What a person sees, as linear RGB (Machado, Oliveira and Fernandes 2009, severity 1). */
const visions: Readonly<Record<string, Matrix>> = {
  'full colour vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const toCone: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toLab: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

function times(matrix: Matrix, vector: Triple): Triple {
  const row = (factors: Triple) => factors[0] * vector[0] + factors[1] * vector[1] + factors[2] * vector[2];
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** Oklab, in which equal distances look about equally different. */
function oklab(rgb: Triple): Triple {
  const [long, medium, short] = times(toCone, [
    Math.max(0, rgb[0]),
    Math.max(0, rgb[1]),
    Math.max(0, rgb[2]),
  ]);
  return times(toLab, [Math.cbrt(long), Math.cbrt(medium), Math.cbrt(short)]);
}

const cases = (['light', 'dark'] as const).flatMap((theme) =>
  Object.keys(visions).map((vision) => [theme, vision] as const),
);

test.each(cases)('in the %s theme the five series stay apart with %s', (theme, vision) => {
  const seen = [1, 2, 3, 4, 5].map((series) =>
    oklab(times(visions[vision] as Matrix, linearRgb(colorOf(`chart-${series}`, theme)))),
  );
  for (const [index, first] of seen.entries()) {
    for (const second of seen.slice(index + 1)) {
      const distance = Math.hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
      expect(distance).toBeGreaterThan(0.1);
    }
  }
});
